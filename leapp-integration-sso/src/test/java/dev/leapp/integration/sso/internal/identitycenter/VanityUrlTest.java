package dev.leapp.integration.sso.internal.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.HttpProxy;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.PluginContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company's own address leads to IAM Identity Center, over TLS. */
@Timeout(60)
class VanityUrlTest {

    private static final String OWN = "https://sso.acme.example/login";

    @TempDir
    Path home;

    private final AtomicInteger hits = new AtomicInteger();
    private String location = "";
    private int status = 302;
    private HttpServer server;
    private AwsInDisguise disguise;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            if (!location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        disguise = new AwsInDisguise(
                home, URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "sso.acme.example");
    }

    @AfterEach
    void close() throws Exception {
        disguise.close();
        server.stop(0);
    }

    @Test
    void oneRedirectToAwsIsFollowedAndTellsTheRegion() throws Exception {
        location = "https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws/?junk=1";

        assertThat(complete(Map.of("portalUrl", OWN)))
                .containsEntry("portalUrl", "https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws")
                .containsEntry("region", "eu-west-1");
        assertThat(hits).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/start",
                "https://awsapps.com.evil.example/start",
                "http://acme.awsapps.com/start",
                "https://acme.awsapps.com:8443/start",
                "/elsewhere",
                "https://sso.acme.example/again",
                "http://127.0.0.1/start",
                ""
            })
    void anythingElseIsNotTrusted(String where) {
        location = where;

        assertThatThrownBy(() -> complete(Map.of("portalUrl", OWN, "region", "eu-west-1")))
                .isInstanceOf(LeappException.class)
                .hasMessage("The start URL at sso.acme.example leads to no IAM Identity Center");
        assertThat(hits).hasValue(1);
    }

    @Test
    void whatThePageSaysIsNotRead() {
        status = 200;

        assertThatThrownBy(() -> complete(Map.of("portalUrl", OWN, "region", "eu-west-1")))
                .hasMessage("The start URL at sso.acme.example leads to no IAM Identity Center");
    }

    @Test
    void aRegionThatTheTargetDoesNotTellIsAskedFor() {
        location = "https://acme.awsapps.com/start";

        assertThatThrownBy(() -> complete(Map.of("portalUrl", OWN))).hasMessageContaining("in which region");
    }

    @Test
    void aHostThatDoesNotAnswerIsNamed() throws Exception {
        disguise.close();

        assertThatThrownBy(() -> complete(Map.of("portalUrl", OWN)))
                .hasMessageContaining("Can't reach the start URL at sso.acme.example");
    }

    private Map<String, String> complete(Map<String, String> values) throws Exception {
        IntegrationProvider provider = new IdentityCenterFactory()
                .create(PluginContext.builder(home)
                        .http(HttpSettings.defaults()
                                .withCaBundle(disguise.certificate())
                                .withProxy(HttpProxy.of("127.0.0.1", disguise.port()), List.of()))
                        .build());
        return provider.complete(values);
    }
}

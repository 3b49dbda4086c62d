package dev.leapp.provider.aws.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Environment;
import dev.leapp.core.spi.HttpConnections;
import dev.leapp.core.spi.HttpProxy;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.Fixtures.Secrets;
import dev.leapp.provider.aws.internal.access.IamUserFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AWS behind a proxy that wants a login, and behind certificates that Java does not know. */
class NetworkTest {

    private static final String LOGIN = "proxy-user:canary@word";

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private TlsSts sts;
    private LocalProxy proxy;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        sts = new TlsSts(home);
        proxy = new LocalProxy(LOGIN, sts.port());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        sts.close();
    }

    @Test
    void aServerOfAnUnknownAuthorityIsRefusedAndTheBundleNamed() {
        direct();

        CredentialException thrown = failure();

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(thrown).hasMessageEndingWith("no secure connection");
        assertThat(thrown.hint().orElseThrow()).contains("AWS_CA_BUNDLE", "LEAPP_TRUST_STORE=system");
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void aServerOfAnAuthorityInTheBundleIsTrusted() throws IOException {
        direct();
        environment.put("AWS_CA_BUNDLE", sts.certificate().toString());

        assertThat(issue().attribute("accessKeyId")).contains("ASIA1");
    }

    @Test
    void aBundleThatIsNoneIsToldInOneLine() throws IOException {
        direct();
        Path none = Files.writeString(home.resolve("none.pem"), "nothing");
        Path broken = Files.writeString(
                home.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        assertThat(badBundle(none)).contains("AWS_CA_BUNDLE names " + none);
        assertThat(badBundle(broken)).contains("AWS_CA_BUNDLE names " + broken);
        assertThat(badBundle(home.resolve("gone.pem"))).endsWith("gone.pem, which can't be read");
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void theProxyIsToldWhoAsksAndTheServerIsNot() throws IOException {
        behindProxy("http://proxy-user:canary%40word@127.0.0.1:");

        assertThat(issue().attribute("accessKeyId")).contains("ASIA1");

        assertThat(proxy.asked()).containsExactly("CONNECT " + TlsSts.HOST + ":8443 HTTP/1.1");
        assertThat(sts.calls()).hasSize(1);
        assertThat(sts.proxyAuthorizations()).isEmpty();
    }

    @Test
    void aProxyThatDoesNotKnowTheLoginIsExplainedWithoutIt() throws IOException {
        behindProxy("http://proxy-user:canary-wrong@127.0.0.1:");

        CredentialException thrown = failure();

        assertThat(thrown).hasMessageContaining("the proxy wants to know who asks");
        assertThat(thrown.hint().orElseThrow()).contains("HTTPS_PROXY");
        assertThat(thrown.toString() + thrown.getCause()).doesNotContain("canary");
        assertThat(proxy.asked()).isEmpty();
    }

    @Test
    void aProxyWithoutALoginIsAskedToo() throws IOException {
        behindProxy("http://127.0.0.1:");

        assertThat(failure()).hasMessageContaining("the proxy wants to know who asks");
        assertThat(proxy.refused()).isNotEmpty();
    }

    @Test
    void whatNoProxyNamesIsReachedWithoutIt() throws IOException {
        direct();
        environment.put("AWS_CA_BUNDLE", sts.certificate().toString());
        environment.put("https_proxy", "http://127.0.0.1:" + proxy.port());

        issue();

        assertThat(proxy.refused()).isEmpty();
        HttpSettings settings = HttpSettings.defaults()
                .withEnvironment(Environment.of(
                        Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", "a.test, .b.test,c.test:99")));
        assertThat(List.of("https://a.test", "https://x.a.test/y", "https://x.b.test", "https://c.test:99"))
                .allSatisfy(
                        url -> assertThat(settings.proxyFor(URI.create(url))).isEmpty());
        assertThat(List.of("https://aa.test", "https://c.test", "https://b.test.example"))
                .allSatisfy(
                        url -> assertThat(settings.proxyFor(URI.create(url))).isPresent());
        assertThat(settings.proxyFor(URI.create("http://aa.test"))).isEmpty();
    }

    @Test
    void inClearTheProxyIsToldToo() throws IOException {
        HttpSettings settings = HttpSettings.defaults()
                .withEnvironment(Environment.of(
                        Map.of("http_proxy", "http://proxy-user:canary%40word@127.0.0.1:" + proxy.port())));

        assertThat(new HttpConnections(settings)
                        .open(URI.create("http://192.0.2.1/x"))
                        .getResponseCode())
                .isEqualTo(200);
        assertThat(proxy.asked()).containsExactly("GET http://192.0.2.1/x HTTP/1.1");
    }

    @Test
    void aProxyMayBeGivenByTheProgramInsteadOfTheEnvironment() throws IOException {
        HttpSettings settings = HttpSettings.defaults()
                .withEnvironment(Environment.of(Map.of("HTTPS_PROXY", "http://other:1")))
                .withCaBundle(sts.certificate())
                .withProxy(
                        HttpProxy.of("127.0.0.1", proxy.port()).withLogin("proxy-user", Secret.of("canary@word")),
                        List.of("direct.test"));

        assertThat(new HttpConnections(settings)
                        .open(URI.create("https://192.0.2.1/"))
                        .getResponseCode())
                .isEqualTo(200);
        assertThat(settings.proxyFor(URI.create("https://direct.test"))).isEmpty();
        assertThat(settings.toString() + settings.proxyFor(URI.create("https://a.test")))
                .contains("127.0.0.1")
                .doesNotContain("canary", "proxy-user");
    }

    @Test
    void aVariableThatNamesNoProxyIsToldWithoutItsValue() {
        environment.put("HTTPS_PROXY", "socks5://user:canary@127.0.0.1:1");
        environment.put("AWS_ENDPOINT_URL_STS", "https://" + TlsSts.HOST + ":8443");

        LeappException thrown = catchThrowableOfType(LeappException.class, this::issue);

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(thrown)
                .hasMessage("HTTPS_PROXY is not the URL of an HTTP proxy")
                .hasNoCause();
    }

    private void direct() {
        environment.put("AWS_ENDPOINT_URL_STS", "https://127.0.0.1:" + sts.port());
    }

    private void behindProxy(String url) throws IOException {
        environment.put("AWS_ENDPOINT_URL_STS", "https://" + TlsSts.HOST + ":8443");
        environment.put("HTTPS_PROXY", url + proxy.port());
        environment.put("AWS_CA_BUNDLE", sts.certificate().toString());
    }

    private String badBundle(Path bundle) {
        environment.put("AWS_CA_BUNDLE", bundle.toString());
        LeappException thrown = catchThrowableOfType(LeappException.class, this::issue);
        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(thrown.hint()).isPresent();
        return String.valueOf(thrown.getMessage());
    }

    private CredentialException failure() {
        return catchThrowableOfType(CredentialException.class, this::issue);
    }

    private Credentials issue() {
        PluginContext.Builder plugin = Fixtures.plugin(home, environment);
        HttpSettings http = plugin.build().http().withEnvironment(Environment.of(environment));
        return new IamUserFactory()
                .create(plugin.http(http).build())
                .issue(IssueContext.builder(Fixtures.session("aws-iam-user").build())
                        .secrets(Secrets.of(Fixtures.OPS))
                        .deadline(Instant.now().plusSeconds(60))
                        .build());
    }
}

package dev.leapp.integration.sso.internal.identitycenter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.integration.sso.internal.rest.Pause;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.TestClock;
import dev.leapp.testkit.contract.KeptInMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An IAM Identity Center on this machine, somebody who uses it, and a clock that pauses move. */
final class Scene implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    final TestClock clock = new TestClock(NOW);
    final KeptInMemory secrets = new KeptInMemory();
    final List<Duration> rests = new CopyOnWriteArrayList<>();
    final Map<String, String> settings = new LinkedHashMap<>();
    final LocalPortal portal;
    final Path home;

    private Scene(Path home, LocalPortal.Builder portal) {
        this.home = home;
        this.portal = portal.clock(clock).region("eu-west-1").start();
        settings.put("portalUrl", this.portal.startUrl());
        settings.put("region", "eu-west-1");
    }

    static Scene at(Path home, LocalPortal.Builder portal) {
        return new Scene(home, portal);
    }

    IntegrationProvider provider() {
        return provider(this::rest);
    }

    IntegrationProvider provider(Pause pause) {
        return new IdentityCenterFactory(pause)
                .create(plugin(Map.of(
                        "AWS_ENDPOINT_URL_SSO_OIDC", portal.endpoint().toString(),
                        "AWS_ENDPOINT_URL_SSO", portal.endpoint().toString())));
    }

    PluginContext plugin(Map<String, String> environment) {
        return PluginContext.builder(home)
                .environment(Environment.of(environment))
                .clock(clock)
                .http(HttpSettings.defaults()
                        .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20)))
                .build();
    }

    void rest(Duration time) {
        rests.add(time);
        clock.advance(time);
    }

    Integration integration() {
        return new Integration(new IntegrationId("i-1"), "acme", "aws-sso", settings);
    }

    IntegrationContext context(UserInteraction interaction) {
        return context(interaction, LoginFlow.AUTO);
    }

    IntegrationContext context(UserInteraction interaction, LoginFlow flow) {
        return IntegrationContext.builder(integration())
                .secrets(secrets)
                .interaction(interaction)
                .deadline(clock.instant().plus(Duration.ofMinutes(15)))
                .flow(flow)
                .build();
    }

    /** Does what a browser does whose user agrees; tells that it was opened. */
    boolean agree(URI page) {
        follow(portal.approve(page));
        return true;
    }

    static int follow(URI redirect) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(redirect).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        portal.close();
    }
}

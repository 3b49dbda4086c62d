package dev.leapp.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.AssertionSourceDescriptor;
import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssertionSourcesTest {

    private static final Session PLAIN = session().build();

    @Test
    void theFirstThatCanBeUsedIsTaken() {
        assertThat(from(Map.of(), PLAIN, source("away", false), source("here", true), source("later", true)))
                .isEqualTo("here");
    }

    @Test
    void theEnvironmentNamesOneForAllSessions() {
        assertThat(from(Map.of("LEAPP_ASSERTION_SOURCE", "later"), PLAIN, source("here", true), source("later", true)))
                .isEqualTo("later");
    }

    @Test
    void theSessionsOwnGoesFirst() {
        Session session = session().setting("assertionSource", "here").build();

        assertThat(from(
                        Map.of("LEAPP_ASSERTION_SOURCE", "later"),
                        session,
                        source("here", true),
                        source("later", true)))
                .isEqualTo("here");
    }

    @Test
    void oneThatIsNotThereIsToldWithThoseThatAre() {
        Session session = session().setting("assertionSource", "gone").build();

        PluginException thrown = catchThrowableOfType(
                PluginException.class, () -> from(Map.of(), session, source("here", true), source("later", true)));

        assertThat(thrown).hasMessageContaining("wants its assertion from 'gone'");
        assertThat(thrown.hint()).contains("choose one of here, later");
    }

    @Test
    void withNoneThatCanBeUsedTheReasonsAreTold() {
        PluginException thrown = catchThrowableOfType(
                PluginException.class, () -> from(Map.of(), PLAIN, source("a", false), source("b", false)));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.LOGIN_NEEDED);
        assertThat(thrown.hint()).contains("a: a is away; b: b is away");
    }

    @Test
    void withoutAnyPluginTheArtifactIsNamed() {
        PluginException thrown = catchThrowableOfType(PluginException.class, () -> from(Map.of(), PLAIN));

        assertThat(thrown.hint().orElseThrow()).contains("dev.leapp:leapp-integration-sso");
    }

    @Test
    void whatASourceThrowsNamesItsPluginAndNotWhatItSaid() {
        PluginException thrown = catchThrowableOfType(
                PluginException.class,
                () -> from(Map.of(), PLAIN, factory("broken", true, request -> {
                    throw new IllegalStateException("canary");
                })));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.PLUGIN_FAILED);
        assertThat(thrown).hasMessageContaining("sample.assertions").hasMessageNotContaining("canary");
    }

    @Test
    void aSourceIsListedWithItsPlugin() {
        PluginRegistry registry = registry(Map.of(), source("here", true));

        assertThat(registry.report())
                .singleElement()
                .satisfies(status -> assertThat(status.brings()).containsExactly("assertion-source:here"));
    }

    private static String from(Map<String, String> environment, Session session, AssertionSourceFactory... factories) {
        AssertionRequest request = AssertionRequest.builder(session, URI.create("https://idp.example/"))
                .deadline(Instant.EPOCH)
                .build();
        return registry(environment, factories)
                .assertionSources()
                .of(session)
                .assertion(request)
                .reveal();
    }

    private static PluginRegistry registry(Map<String, String> environment, AssertionSourceFactory... factories) {
        PluginContext context = PluginContext.builder(Path.of("/nowhere"))
                .environment(Environment.of(environment))
                .build();
        return PluginRegistry.of(List.of(new Sample(List.of(factories))), Optional.empty(), context);
    }

    private static Session.Builder session() {
        return Session.builder(new SessionId("s-1"), "corp", new SessionType("x-federated"), "eu-west-1");
    }

    private static AssertionSourceFactory source(String id, boolean there) {
        return factory(id, there, request -> Secret.of(id));
    }

    private static AssertionSourceFactory factory(String id, boolean there, AssertionSource source) {
        return new AssertionSourceFactory() {
            @Override
            public AssertionSourceDescriptor descriptor() {
                return new AssertionSourceDescriptor(id, id);
            }

            @Override
            public Availability availability(PluginContext context) {
                return there ? new Availability.Available() : new Availability.Unavailable(id + " is away");
            }

            @Override
            public AssertionSource create(PluginContext context) {
                return source;
            }
        };
    }

    @LeappPluginInfo(id = "sample.assertions", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
    private static final class Sample implements LeappPlugin {

        private final List<AssertionSourceFactory> factories;

        Sample(List<AssertionSourceFactory> factories) {
            this.factories = factories;
        }

        @Override
        public List<AssertionSourceFactory> assertionSources() {
            return factories;
        }
    }
}

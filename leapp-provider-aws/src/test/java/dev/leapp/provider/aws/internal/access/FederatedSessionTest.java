package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.AssertionSourceDescriptor;
import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsPlugin;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.TestClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Federated roles through a whole Leapp: which source is asked for what. */
class FederatedSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String URL = "https://idp.example/start";
    private static final Saml OFFER =
            Saml.offering("arn:aws:iam::111122223333:role/Admin,arn:aws:iam::111122223333:saml-provider/Corp");

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(NOW);
    private final List<AssertionRequest> requests = new ArrayList<>();
    private LocalSts sts;
    private Leapp leapp;

    @BeforeEach
    void open() {
        sts = LocalSts.builder().clock(clock).start();
        sts.acceptAssertions(assertion -> true, "alice");
        leapp = Leapp.builder()
                .home(home)
                .discoverPlugins(false)
                .environment(Environment.of(Map.of(
                        "LEAPP_MACHINE_ID",
                        "a machine",
                        "AWS_ENDPOINT_URL_STS",
                        sts.endpoint().toString())))
                .clock(clock)
                .interaction(new ScriptedUser())
                .secretStore(SecretStore.inMemory())
                .plugin(new AwsPlugin())
                .plugin(new Source(requests))
                .build();
    }

    @AfterEach
    void close() {
        leapp.close();
        sts.close();
    }

    @Test
    void theSourceIsAskedAtTheUrlThatTheSessionRefersTo() {
        leapp.sessions().credentials(add("corp"), CredentialRequest.standard());

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.idpUrl()).isEqualTo(URI.create(URL));
            assertThat(request.session().name()).isEqualTo("corp");
            assertThat(request.recipients()).contains("signin.aws.amazon.com");
            assertThat(request.interaction().isInteractive()).isTrue();
            assertThat(request.deadline()).isAfter(NOW);
        });
        assertThat(sts.calls("AssumeRoleWithSAML")).hasSize(1);
    }

    @Test
    void sessionsOfOneProviderShareItsUrlWhichCannotBeDeletedUnderThem() {
        add("one");
        add("two");

        assertThat(leapp.workspaces().read().idpUrls()).hasSize(1);
        LeappException thrown = catchThrowableOfType(
                LeappException.class, () -> leapp.workspaces().deleteIdpUrl(URL, false));
        assertThat(thrown.code()).isEqualTo(CoreErrorCode.STILL_REFERRED_TO);
    }

    private SessionId add(String name) {
        return leapp.sessions()
                .add(NewSession.builder(FederatedRoleFactory.TYPE, name)
                        .profile(name)
                        .value("idpUrlId", URL)
                        .build())
                .id();
    }

    @LeappPluginInfo(id = "sample.assertions", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
    private static final class Source implements LeappPlugin, AssertionSourceFactory {

        private final List<AssertionRequest> requests;

        Source(List<AssertionRequest> requests) {
            this.requests = requests;
        }

        @Override
        public List<AssertionSourceFactory> assertionSources() {
            return List.of(this);
        }

        @Override
        public AssertionSourceDescriptor descriptor() {
            return new AssertionSourceDescriptor("sample", "Sample");
        }

        @Override
        public Availability availability(PluginContext context) {
            return new Availability.Available();
        }

        @Override
        public AssertionSource create(PluginContext context) {
            return request -> {
                requests.add(request);
                return OFFER.secret();
            };
        }
    }
}

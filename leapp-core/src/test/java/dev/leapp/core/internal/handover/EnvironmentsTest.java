package dev.leapp.core.internal.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.ClientEnvironment;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {

    private static final Instant ISSUED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Use USE = new Use("exec", "make");

    private final IssuedSessions sessions = new IssuedSessions();
    private final List<String> record = new ArrayList<>();

    @Test
    void variablesOfSeveralCloudsAreMergedInOrder() {
        SessionId red = session("red", "one", CredentialKind.ACCESS_KEY);
        SessionId blue = session("blue", "two", CredentialKind.BEARER_TOKEN);

        ProgramEnvironment environment = environment(red, blue);

        assertThat(environment.over(Map.of()))
                .containsExactly(Map.entry("RED_KEY", "secret of one"), Map.entry("BLUE_KEY", "secret of two"));
        assertThat(environment.toString()).doesNotContain("secret");
    }

    @Test
    void whatTheCloudsClientsReadIsNotInheritedAndEverythingElseIs() {
        ProgramEnvironment environment = environment(session("red", "one", CredentialKind.ACCESS_KEY));

        assertThat(environment.over(Map.of("RED_PROFILE", "x", "RED_KEY", "old", "BLUE_PROFILE", "y", "PATH", "/bin")))
                .containsOnly(
                        Map.entry("RED_KEY", "secret of one"),
                        Map.entry("BLUE_PROFILE", "y"),
                        Map.entry("PATH", "/bin"));
        assertThat(environment.removes("RED_PROFILE")).isTrue();
        assertThat(environment.removes("RED_KEY")).isFalse();
        assertThat(environment.removes("BLUE_PROFILE")).isFalse();
    }

    @Test
    void credentialsAreAskedToLastForAWhileAndTakenDownOnceForEachSession() {
        SessionId red = session("red", "one", CredentialKind.ACCESS_KEY);
        SessionId blue = session("blue", "two", CredentialKind.BEARER_TOKEN);

        environment(red, blue, red);

        assertThat(sessions.requests)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.minimumValidity()).isEqualTo(Duration.ofMinutes(5)))
                .allSatisfy(request -> assertThat(request.parameters()).isEmpty());
        assertThat(record).containsExactly("one exec make 2026-03-01T09:00:00Z", "two exec make 2026-03-01T09:00:00Z");
    }

    @Test
    void twoSessionsOfOneCloudAreRefusedBeforeAnybodyIsAsked() {
        SessionId one = session("red", "one", CredentialKind.ACCESS_KEY);
        SessionId two = session("red", "two", CredentialKind.ACCESS_KEY);

        SessionException refused = refused(one, two);

        assertThat(refused)
                .hasMessageContaining("one")
                .hasMessageContaining("two")
                .hasMessageContaining("one session");
        assertThat(refused.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(sessions.requests).isEmpty();
    }

    @Test
    void cloudsThatSetTheSameVariableAreRefusedNamingIt() {
        SessionId red = session("red", "one", CredentialKind.ACCESS_KEY);
        SessionId green = session("green", "three", CredentialKind.ACCESS_KEY);

        assertThat(refused(red, green))
                .hasMessageContaining("one")
                .hasMessageContaining("three")
                .hasMessageContaining("RED_KEY");
        assertThat(record).isEmpty();
    }

    @Test
    void aCloudThatHasNoEnvironmentIsToldBeforeAnybodyIsAsked() {
        SessionException refused = refused(session("grey", "four", CredentialKind.ACCESS_KEY));

        assertThat(refused).hasMessageContaining("Session four").hasMessageContaining("sessions of grey");
        assertThat(refused.code()).isEqualTo(CoreErrorCode.HANDOVER_UNKNOWN);
        assertThat(sessions.requests).isEmpty();
    }

    @Test
    void aKindThatHasNoEnvironmentIsTold() {
        assertThat(refused(session("red", "five", CredentialKind.BEARER_TOKEN)))
                .hasMessageContaining("Session five")
                .hasMessageContaining("kind bearer-token");
        assertThat(record).isEmpty();
    }

    @Test
    void nothingIsTakenDownIfOneOfTheSessionsFails() {
        SessionId red = session("red", "one", CredentialKind.ACCESS_KEY);
        LeappException failure = new LeappException(CoreErrorCode.LOGIN_NEEDED, "log in", null);
        SessionId blue = sessions.with(made("blue", "two"), () -> {
            throw failure;
        });

        assertThat(catchThrowableOfType(LeappException.class, () -> environment(red, blue)))
                .isSameAs(failure);
        assertThat(record).isEmpty();
    }

    private ProgramEnvironment environment(SessionId... ids) {
        PluginRegistry plugins = PluginRegistry.of(
                List.of(new Colours()),
                Optional.empty(),
                PluginContext.builder(Path.of("/nowhere")).build());
        return new Environments(
                        sessions,
                        plugins.handing(),
                        (session, use, until) -> record.add(
                                session.name() + " " + use.way() + " " + use.program() + " " + until.orElseThrow()))
                .of(List.of(ids), USE);
    }

    private SessionException refused(SessionId... ids) {
        return catchThrowableOfType(SessionException.class, () -> environment(ids));
    }

    private SessionId session(String cloud, String name, CredentialKind kind) {
        return sessions.with(
                made(cloud, name),
                () -> Credentials.builder(kind, ISSUED)
                        .secret("key", Secret.of("secret of " + name))
                        .expiresAt(ISSUED.plusSeconds(3600))
                        .build());
    }

    private static Session made(String cloud, String name) {
        return Session.builder(new SessionId("id-" + name), name, new SessionType(cloud + "-user"), "somewhere")
                .build();
    }

    /** Red takes access keys, blue tokens; green sets what red sets. */
    @LeappPluginInfo(id = "test.colours", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
    static final class Colours implements LeappPlugin {

        @Override
        public List<ClientEnvironment> clientEnvironments() {
            return List.of(
                    new Colour("red", "RED_", CredentialKind.ACCESS_KEY),
                    new Colour("blue", "BLUE_", CredentialKind.BEARER_TOKEN),
                    new Colour("green", "RED_", CredentialKind.ACCESS_KEY));
        }
    }

    private record Colour(String cloudProvider, String prefix, CredentialKind kind) implements ClientEnvironment {

        @Override
        public boolean accepts(CredentialKind asked) {
            return asked.equals(kind);
        }

        @Override
        public boolean governs(String variable) {
            return variable.startsWith(prefix);
        }

        @Override
        public Map<String, Secret> variables(Session session, Credentials credentials) {
            return Map.of(prefix + "KEY", credentials.secret("key"));
        }
    }
}

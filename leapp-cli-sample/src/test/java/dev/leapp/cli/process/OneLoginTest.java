package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalEvent;
import dev.leapp.testkit.cloud.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty processes need the same login, which has expired and can't be renewed, each for another account. */
class OneLoginTest {

    private static final int PROCESSES = 50;

    /** Logins live for eight hours. */
    private static final Duration LATER = Duration.ofHours(9);

    @TempDir
    Path directory;

    private final TestClock clock = TestClock.atPresent();
    private LocalPortal portal;
    private Home home;
    private List<SessionId> sessions;

    @BeforeEach
    void logInAndSync() {
        portal = LocalPortal.builder()
                .clock(clock)
                .accounts(PROCESSES, 1)
                .noRefreshTokens()
                .start();
        home = Home.in(directory);
        try (Leapp leapp = LoginMember.open(home.user(), endpoint(), new Agreeing(portal), Duration.ZERO)) {
            leapp.secretStores().useFile(Optional.of(directory.resolve("key")));
            IntegrationId corp = leapp.integrations()
                    .create(NewIntegration.builder("aws-sso", "corp")
                            .value("portalUrl", portal.startUrl())
                            .value("region", "eu-west-1")
                            .build())
                    .integration()
                    .id();
            leapp.integrations().login(corp, LoginFlow.DEVICE_CODE);
            sessions = leapp.integrations().sync(corp, SyncOptions.usual()).added().stream()
                    .map(SyncPlan.Added::session)
                    .map(Session::id)
                    .toList();
        }
        clock.advance(LATER);
    }

    private String endpoint() {
        return portal.endpoint().toString();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void fiftyProcessesCauseOneDeviceCodeAndAllAreServed() throws Exception {
        int before = portal.count(PortalEvent.DEVICE_CODE_GIVEN);
        try (Storm storm = gather()) {
            List<String> answers = storm.breakLoose(prompt -> agree());

            assertThat(answers).hasSize(PROCESSES).allMatch(answer -> answer.startsWith("got ASIA"));
            assertThat(new HashSet<>(answers)).hasSize(PROCESSES);
            assertThat(storm.prompts()).isEqualTo(1);
            assertThat(portal.count(PortalEvent.DEVICE_CODE_GIVEN) - before).isEqualTo(1);
            assertThat(portal.count(PortalEvent.LOGGED_IN)).isEqualTo(2);
        }
    }

    private String agree() {
        portal.pendingUserCodes().forEach(portal::approve);
        return "agreed";
    }

    private Storm gather() {
        return Storm.gather(
                PROCESSES,
                home,
                LoginMember.class,
                number -> List.of(endpoint(), sessions.get(number).value(), LATER.toString()));
    }

    /** A user who types in each code at once. */
    private record Agreeing(LocalPortal portal) implements UserInteraction {

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public void showDeviceCode(DeviceCode code) {
            portal.approve(code.userCode());
        }

        @Override
        public String askMfaCode(String sessionName, String device) {
            throw new IllegalStateException("not expected");
        }

        @Override
        public Secret askSecret(String question) {
            throw new IllegalStateException("not expected: " + question);
        }

        @Override
        public void inform(String message) {}

        @Override
        public void progress(String message) {}
    }
}

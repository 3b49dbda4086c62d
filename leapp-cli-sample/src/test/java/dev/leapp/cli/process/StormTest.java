package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsHold;
import dev.leapp.testkit.cloud.StsUser;
import dev.leapp.testkit.cloud.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes with many threads ask at once for a session whose credentials have expired, and which takes an MFA code. */
class StormTest {

    private static final String MFA = "arn:aws:iam::123456789012:mfa/ops";
    private static final String CODE = "123456";

    /** Credentials live for ten hours. */
    private static final Duration LATER = Duration.ofHours(11);

    @TempDir
    Path directory;

    private final TestClock clock = TestClock.atPresent();
    private LocalSts sts;
    private Home home;
    private SessionId ops;

    @BeforeEach
    void start() {
        sts = LocalSts.builder()
                .user(new StsUser("ops", StormMember.KEY_ID, StormMember.SECRET_KEY))
                .mfa(MFA, CODE)
                .clock(clock)
                .start();
        home = Home.in(directory);
        try (Leapp leapp = open()) {
            ops = leapp.sessions()
                    .add(NewSession.builder(new SessionType("aws-iam-user"), "ops")
                            .region("eu-west-1")
                            .profile("ops")
                            .value("mfaDevice", MFA)
                            .secret("accessKeyId", Secret.of(StormMember.KEY_ID))
                            .secret("secretAccessKey", Secret.of(StormMember.SECRET_KEY))
                            .build())
                    .id();
            leapp.sessions().start(ops, StartOptions.none());
        }
        clock.advance(LATER);
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    @Test
    void fiftyProcessesOfFourThreadsCauseOneCallAndOnePrompt() throws Exception {
        try (Storm storm = gather(50)) {
            List<String> answers = storm.breakLoose(prompt -> CODE);

            assertThat(answers).hasSize(200).allMatch(answer -> answer.startsWith("got ASIA"));
            assertThat(new HashSet<>(answers)).hasSize(1);
            assertThat(storm.prompts()).isEqualTo(1);
            assertThat(callsOfStorm()).isEqualTo(1);
        }
    }

    @Test
    void whenTheOneInFlightIsKilledAnotherTakesOver() throws Exception {
        try (Storm storm = gather(8)) {
            StsHold hold = sts.holdNext();
            storm.killWhen(() -> hold.awaitArrival(Duration.ofSeconds(60)));
            List<String> answers = storm.breakLoose(prompt -> CODE);

            assertThat(answers).hasSize(28).allMatch(answer -> answer.startsWith("got ASIA"));
            assertThat(new HashSet<>(answers)).hasSize(1);
            assertThat(storm.prompts()).isEqualTo(2);
            assertThat(callsOfStorm()).isEqualTo(2);
        }
    }

    @Test
    void whenThePromptIsCancelledAllFailAndNoneAsksAgain() throws Exception {
        try (Storm storm = gather(8)) {
            List<String> answers = storm.breakLoose(prompt -> "cancel");

            assertThat(answers).hasSize(32).containsOnly("failed cancelled Cancelled");
            assertThat(storm.prompts()).isEqualTo(1);
            assertThat(callsOfStorm()).isZero();
        }
    }

    private Storm gather(int processes) {
        return Storm.gather(processes, home, List.of(sts.endpoint().toString(), ops.value(), LATER.toString()));
    }

    /** The session was started before. */
    private int callsOfStorm() {
        return sts.calls("GetSessionToken").size() - 1;
    }

    private Leapp open() {
        return StormMember.open(
                home.user(), sts.endpoint().toString(), new OneCode(CODE), SecretStore.inMemory(), Duration.ZERO);
    }
}

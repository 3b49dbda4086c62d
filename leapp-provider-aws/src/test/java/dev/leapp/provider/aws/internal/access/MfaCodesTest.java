package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.Fixtures.Secrets;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MfaCodesTest {

    /** The ASCII text 12345678901234567890 of RFC 6238's appendix B. */
    private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(Instant.ofEpochSecond(1_111_111_109));
    private final ScriptedUser user = new ScriptedUser("654321");
    private final Secrets secrets = new Secrets();
    private final List<Duration> rests = new ArrayList<>();

    /** The last six of the eight digits that the RFC gives. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void showsWhatTheRfcShows(long seconds, String code) {
        assertThat(Totp.code(SEED, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void aSeedGivesTheCodeOfNowAndNobodyIsAsked() {
        secrets.put("iam-user-mfa-seed", Secret.of("gezd gnbv gy3t qojq gezd gnbv gy3t qojq"));

        assertThat(code(session())).isEqualTo("081804");

        assertThat(user.told).isEmpty();
        assertThat(rests).isEmpty();
    }

    @Test
    void aCodeThatWasUsedIsNotUsedAgainButTheNextOneAwaited() {
        secrets.put("iam-user-mfa-seed", Secret.of(SEED));

        String first = code(session());
        String second = code(session());

        assertThat(first).isEqualTo("081804");
        assertThat(second).isEqualTo("050471");
        assertThat(rests).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aClockThatWasPutBackDoesNotLetAnybodyWaitForLong() {
        secrets.put("iam-user-mfa-seed", Secret.of(SEED));
        code(session());
        clock.set(Instant.ofEpochSecond(59));

        assertThat(code(session())).isEqualTo("287082");
        assertThat(rests).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void aProgramGivesTheCode() throws IOException {
        assertThat(code(session(program("echo ' 123456 '")))).isEqualTo("123456");
        assertThat(user.told).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void whatIsNoCodeIsNotSentAndNotShown() throws IOException {
        CredentialException thrown = catchThrowableOfType(
                CredentialException.class, () -> code(session(program("echo not-a-code-but-a-canary"))));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.MFA_NEEDED);
        assertThat(thrown).hasMessageNotContaining("canary");
    }

    @Test
    void withoutEitherTheUserIsAsked() {
        assertThat(code(session())).isEqualTo("654321");
        assertThat(user.told).containsExactly("code of " + Fixtures.MFA + " for ops");
    }

    private String code(Session session) {
        MfaCodes codes =
                new MfaCodes(Fixtures.plugin(home, Map.of()).clock(clock).build(), time -> {
                    rests.add(time);
                    clock.advance(time);
                });
        IssueContext context = IssueContext.builder(session)
                .secrets(secrets)
                .interaction(user)
                .deadline(clock.instant().plusSeconds(60))
                .build();
        return codes.of(context, IamUser.of(context), Fixtures.MFA);
    }

    private String program(String script) throws IOException {
        Path program = Files.writeString(home.resolve("program"), "#!/bin/sh\n" + script + "\n");
        program.toFile().setExecutable(true);
        return program.toString();
    }

    private static Session session() {
        return Fixtures.session("aws-iam-user").build();
    }

    private static Session session(String program) {
        return Fixtures.session("aws-iam-user").setting("mfaProcess", program).build();
    }
}

package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.Fixtures.Secrets;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsFailure;
import dev.leapp.testkit.cloud.TestClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WebIdentityTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ROLE = "arn:aws:iam::123456789012:role/Build";
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.canary.of-the-token";

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(NOW);
    private final ScriptedUser user = new ScriptedUser();
    private LocalSts sts;

    @BeforeEach
    void open() {
        sts = LocalSts.builder().clock(clock).start();
        sts.acceptWebIdentity(TOKEN, "repo:acme/site");
    }

    @AfterEach
    void close() {
        sts.close();
    }

    @Test
    void aTokenFromAFileAssumesTheRoleWithoutAnyKey() throws IOException {
        Files.writeString(home.resolve("token"), TOKEN + "\n");

        Credentials credentials = issue(session("tokenFile", "token"), Map.of());

        assertThat(credentials.expiresAt()).contains(NOW.plus(Duration.ofHours(12)));
        assertThat(sts.calls()).singleElement().satisfies(call -> {
            assertThat(call.action()).isEqualTo("AssumeRoleWithWebIdentity");
            assertThat(call.accessKeyId()).isEmpty();
            assertThat(call.parameter("RoleArn")).contains(ROLE);
            assertThat(call.parameter("WebIdentityToken")).contains(TOKEN);
        });
    }

    @Test
    void aTokenMayComeFromAnEnvironmentVariable() {
        issue(session("tokenVariable", "CI_TOKEN"), Map.of("CI_TOKEN", TOKEN));

        assertThat(sts.calls()).hasSize(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void aTokenMayComeFromAProgramThatIsRunWithoutAShell() throws IOException {
        Path program = Files.writeString(home.resolve("a program"), """
                #!/bin/sh
                [ "$1" = 'two words' ] && [ "$2" = '$HOME' ] || exit 3
                echo 'touch your key' >&2
                echo "%s"
                """.formatted(TOKEN));
        program.toFile().setExecutable(true);

        issue(session("tokenCommand", "'" + program + "' \"two words\" '$HOME'"), Map.of());

        assertThat(sts.calls()).hasSize(1);
        assertThat(user.told).containsExactly("touch your key");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void whatAProgramRemarksIsPassedOnWhileItRuns() throws IOException {
        Path touched = home.resolve("touched");
        Path program = Files.writeString(home.resolve("program"), """
                #!/bin/sh
                echo 'touch your key' >&2
                while [ ! -e "%s" ]; do sleep 0.05; done
                echo "%s"
                """.formatted(touched, TOKEN));
        program.toFile().setExecutable(true);
        user.whenInformed = () -> touch(touched);

        issue(session("tokenCommand", program.toString()), Map.of());

        assertThat(sts.calls()).hasSize(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void whatAProgramLeavesRunningDoesNotHoldTheAnswerUp() throws IOException {
        Path pid = home.resolve("pid");
        Path program = Files.writeString(home.resolve("program"), """
                #!/bin/sh
                (trap '' TERM; exec sleep 300) >/dev/null &
                echo $! > "%s"
                echo "%s"
                """.formatted(pid, TOKEN));
        program.toFile().setExecutable(true);

        try {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> issue(session("tokenCommand", program.toString()), Map.of()));
        } finally {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }

        assertThat(sts.calls()).hasSize(1);
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program is a shell script")
    void aProgramThatFailsIsNamedAndWhatItPrintedIsNotShown() throws IOException {
        Path program = Files.writeString(home.resolve("program"), "#!/bin/sh\necho " + TOKEN + "\nexit 3\n");
        program.toFile().setExecutable(true);

        CredentialException thrown = failure(session("tokenCommand", program.toString()));

        assertThat(thrown.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED);
        assertThat(thrown).hasMessage("Session build: '" + program + "' failed with exit code 3");
        assertThat(thrown.hint().orElseThrow())
                .contains("leapp session edit 'build'")
                .doesNotContain(TOKEN);
    }

    @Test
    void withoutATokenItSaysWhereItLooked() {
        assertThat(failure(session("tokenFile", "gone")))
                .hasMessage("Session build can't read its token from the file gone");
        assertThat(failure(session("tokenVariable", "GONE")))
                .hasMessageContaining("finds no token in the environment variable GONE");
        assertThat(failure(session("duration", "PT1H"))).hasMessageContaining("needs one of token file");
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void aTokenThatAwsRefusesIsToldWithoutIt() {
        CredentialException thrown = catchThrowableOfType(
                CredentialException.class,
                () -> issue(session("tokenVariable", "CI_TOKEN"), Map.of("CI_TOKEN", "a.wrong.token")));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(thrown.cloudCode()).contains("InvalidIdentityToken");
        assertThat(thrown).hasMessageNotContaining("a.wrong.token");
    }

    @Test
    void anAnswerThatRepeatsTheTokenDoesNotPutItIntoTheException() {
        sts.failNext(1, StsFailure.accessDenied("not with " + TOKEN));

        CredentialException thrown = catchThrowableOfType(
                CredentialException.class,
                () -> issue(session("tokenVariable", "CI_TOKEN"), Map.of("CI_TOKEN", TOKEN)));

        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("Caused by: ", "AccessDenied").doesNotContain(TOKEN);
    }

    @Test
    void theRolesOwnLimitIsTaken() {
        sts.limitRole(ROLE, Duration.ofHours(1));

        Credentials credentials = issue(session("tokenVariable", "CI_TOKEN"), Map.of("CI_TOKEN", TOKEN));

        assertThat(credentials.expiresAt()).contains(NOW.plus(Duration.ofHours(1)));
    }

    private CredentialException failure(Session session) {
        return catchThrowableOfType(CredentialException.class, () -> issue(session, Map.of()));
    }

    private Credentials issue(Session session, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        PluginContext plugin = Fixtures.plugin(home, all).clock(clock).build();
        return new WebIdentityFactory()
                .create(plugin)
                .issue(IssueContext.builder(session)
                        .secrets(new Secrets())
                        .interaction(user)
                        .deadline(clock.instant().plusSeconds(60))
                        .build());
    }

    private static Session session(String setting, String value) {
        return Fixtures.session("aws-iam-role-web-identity")
                .name("build")
                .setting("roleArn", ROLE)
                .setting(setting, value)
                .build();
    }
}

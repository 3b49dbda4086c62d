package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void theParentOfARoleIsChosenAmongTheSessions() {
        cli.withSession("ops", "ops");
        String role = "arn:aws:iam::123456789012:role/Admin";

        TestCli.Run run =
                cli.typing("chained", "admin", role, "1", "", "", "", "admin").run("session", "add");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("Parent session").doesNotContain("External id", "Session tags");
        assertThat(cli.piping("").ok("session", "start", "admin")).startsWith("session admin started on profile admin");
    }

    @Test
    void addsASessionFromFlagsAndStandardInput() throws JsonProcessingException {
        TestCli.Run run = cli.piping(TestCli.SECRET_KEY + "\n")
                .run(add("--secret-access-key-stdin", "--duration", "PT1H", "--output", "json"));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        JsonNode added = new ObjectMapper().readTree(run.out());
        assertThat(added.get("id").asText()).hasSize(36);
        assertThat(added.get("name").asText()).isEqualTo("ops");
        assertThat(added.get("type").asText()).isEqualTo("aws-iam-user");
        assertThat(added.get("profile").asText()).isEqualTo("ops");
        assertThat(added.get("region").asText()).isEqualTo("eu-west-1");
        assertThat(added.get("status").asText()).isEqualTo("inactive");
        assertThat(cli.ok("session", "start", "ops")).isEqualTo("session ops started on profile ops, expires in 1h\n");
    }

    @Test
    void twoSecretsFromStandardInputAreOneLineEachInTheOrderOfTheFields() {
        cli.piping(TestCli.KEY_ID + "\n" + TestCli.SECRET_KEY + "\n")
                .ok(
                        "session",
                        "add",
                        "--type",
                        "aws-iam-user",
                        "--name",
                        "ops",
                        "--secret-access-key-stdin",
                        "--access-key-id-stdin");

        assertThat(cli.ok("session", "start", "ops")).startsWith("session ops started");
    }

    @Test
    void readsASecretFromAnEnvironmentVariable() {
        cli.env("OPS_KEY", TestCli.SECRET_KEY).ok(add("--secret-access-key-env", "OPS_KEY"));

        assertThat(cli.ok("session", "start", "ops")).startsWith("session ops started");
        TestCli.Run unset = cli.run(add("--secret-access-key-env", "UNSET"));
        assertThat(unset.code()).isEqualTo(2);
        assertThat(unset.err()).contains("--secret-access-key-env", "UNSET is not set");
    }

    @Test
    void aSecretGivenAsAFlagWorksWithAWarningThatDoesNotRepeatIt() {
        TestCli.Run run = cli.run(add("--secret-access-key", TestCli.SECRET_KEY));

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("session ops added\n");
        assertThat(run.err())
                .contains("warning", "process list", "--secret-access-key-stdin")
                .doesNotContain(TestCli.SECRET_KEY);
        assertThat(cli.ok("session", "start", "ops")).startsWith("session ops started");
    }

    @Test
    void theOlderSpellingsKeepWorking() {
        String profileId = cli.ok("profile", "create", "old", "--output", "csv")
                .lines()
                .toList()
                .get(1)
                .split(",", -1)[0];

        TestCli.Run run = cli.run(
                "session",
                "add",
                "--providerType",
                "aws",
                "--sessionType",
                "awsIamUser",
                "--sessionName",
                "ops",
                "--region",
                "eu-west-1",
                "--profileId",
                profileId,
                "--accessKey",
                TestCli.KEY_ID,
                "--secretKey",
                TestCli.SECRET_KEY,
                "--mfaDevice",
                "",
                "--noInteractive");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(cli.ok("session", "list", "--no-header", "--columns", "Session Name,Type,Named Profile"))
                .isEqualTo("ops  aws-iam-user  old\n");
    }

    @Test
    void allMissingFlagsAreNamedInOneUsageError() {
        TestCli.Run run = cli.run("session", "add", "--type", "aws-iam-user");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("leapp: Missing --name, --access-key-id, --secret-access-key-stdin\n  hint: ");
        assertThat(cli.run("session", "add").err())
                .startsWith("leapp: Missing --type, --name")
                .contains("aws-iam-user");
    }

    @Test
    void allMalformedFlagsAreNamedAndTheirValuesAreNotRepeated() {
        TestCli.Run run = cli.run(
                "session",
                "add",
                "--type",
                "aws-iam-user",
                "--name",
                "ops",
                "--access-key-id",
                "nope!",
                "--secret-access-key",
                "too short",
                "--duration",
                "1s");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--access-key-id must be", "--secret-access-key must be", "--duration must be")
                .doesNotContain("nope!", "too short");
        assertThat(cli.ok("session", "list", "--output", "json")).isEqualTo("[]\n");
    }

    @Test
    void aFlagOfAnotherTypeIsRefused() {
        TestCli.Run run = cli.run("session", "add", "--type", "aws-localstack", "--name", "local", "--mfa-device", "x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("leapp: Sessions of type aws-localstack have no --mfa-device\n");
    }

    @Test
    void twoFlagsForOneFieldAreRefused() {
        TestCli.Run run = cli.run(add("--secret-access-key", "a", "--secret-access-key-stdin"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Give only one of --secret-access-key, --secret-access-key-stdin");
    }

    @Test
    void emptyStandardInputIsAUsageError() {
        TestCli.Run run = cli.run(add("--secret-access-key-stdin"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("leapp: --secret-access-key-stdin: standard input has no line for it\n");
    }

    @Test
    void anUnknownTypeSuggestsTheNearest() {
        TestCli.Run run = cli.run("session", "add", "--type", "aws-iam-usr", "--name", "x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean aws-iam-user?");
    }

    @Test
    void aRegionThatIsNoneIsRefusedAndAnUnknownOneIsNoted() {
        TestCli.Run wrong = cli.piping(TestCli.SECRET_KEY + "\n").run(addIn("eu-wst", "--secret-access-key-stdin"));
        TestCli.Run unknown =
                cli.piping(TestCli.SECRET_KEY + "\n").run(addIn("eu-west-9", "--secret-access-key-stdin"));

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("'eu-wst' is not an AWS region");
        assertThat(unknown.code()).isZero();
        assertThat(unknown.err()).contains("note: region eu-west-9 is not known here", "did you mean eu-west-");
    }

    @Test
    void onATerminalWhatIsMissingIsAskedAndTheSecretIsHidden() {
        TestCli.Run run = cli.typing("iam user", "ops", TestCli.KEY_ID, TestCli.SECRET_KEY, "", "", "", "ops")
                .run("session", "add");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("session ops added\n");
        assertThat(run.err())
                .contains("IAM User (aws-iam-user)", "Name: ", "Access key id: ", "Secret access key (not shown): ")
                .contains("MFA device (optional): ", "Duration (optional) [PT10H]: ", "Region [us-east-1]: ")
                .contains("Named profile [default]: ")
                .doesNotContain(TestCli.SECRET_KEY);
        assertThat(cli.hiddenAnswers()).isEqualTo(1);
        assertThat(cli.piping("").ok("session", "start", "ops")).startsWith("session ops started on profile ops");
    }

    @Test
    void aMalformedAnswerIsAskedAgain() {
        TestCli.Run run = cli.typing("short", TestCli.KEY_ID, "x", TestCli.SECRET_KEY)
                .run("session", "add", "--type", "aws-iam-user", "--name", "ops");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("it must be 16 to 128 capital letters and digits");
        assertThat(cli.hiddenAnswers()).isEqualTo(2);
    }

    @Test
    void theEndOfTheInputCancels() {
        TestCli.Run run = cli.typing("iam user").run("session", "add");

        assertThat(run.code()).isEqualTo(130);
        assertThat(run.err()).endsWith("leapp:\033[0m Cancelled: the input ended\n");
    }

    @Test
    void nonInteractiveNeverAsksEvenOnATerminal() {
        TestCli.Run run = cli.typing("iam user").run("session", "add", "--non-interactive");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Missing --type, --name");
    }

    @Test
    void theHelpShowsTheFlagsThatPluginsBring() {
        String help = cli.ok("session", "add", "--help");

        assertThat(help)
                .contains("--access-key-id", "--secret-access-key-stdin", "--secret-access-key-env", "--endpoint-url");
        assertThat(help).doesNotContain("--accessKey", "--sessionType", "--secretKey");
        assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private static String[] add(String... more) {
        return addIn("eu-west-1", more);
    }

    private static String[] addIn(String region, String... more) {
        String[] base = {
            "session",
            "add",
            "--type",
            "aws-iam-user",
            "--name",
            "ops",
            "--region",
            region,
            "--profile",
            "ops",
            "--access-key-id",
            TestCli.KEY_ID
        };
        String[] all = java.util.Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return all;
    }
}

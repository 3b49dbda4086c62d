package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start, stop, rotate, generate, current and get-id. */
class LifeTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void startPublishesAndStopRemoves() throws IOException {
        assertThat(cli.ok("session", "start", "ops")).isEqualTo("session ops started on profile ops, expires in 10h\n");
        assertThat(home.resolve(".aws/credentials")).content().contains("[ops]", "aws_session_token");

        assertThat(cli.ok("session", "stop", "ops")).isEqualTo("session ops stopped\n");
        Path file = home.resolve(".aws/credentials");
        assertThat(Files.exists(file) ? Files.readString(file) : "").doesNotContain("[ops]");
        assertThat(cli.ok("session", "stop", "ops")).isEqualTo("session ops was not started\n");
    }

    @Test
    void startOfAnActiveSessionSaysSoAndChangesNothing() throws IOException {
        cli.ok("session", "start", "ops");
        String before = Files.readString(home.resolve(".aws/credentials"));

        assertThat(cli.ok("session", "start", "ops", "--takeover", "--replace"))
                .isEqualTo("session ops is active already on profile ops, expires in 10h;"
                        + " 'leapp session rotate ops' gets new credentials\n");
        assertThat(home.resolve(".aws/credentials")).hasContent(before);
    }

    @Test
    void startMakesAvailableAgainWhatAnotherProgramRemoved() throws IOException {
        cli.ok("session", "start", "ops");
        String before = Files.readString(home.resolve(".aws/credentials"));
        Files.writeString(home.resolve(".aws/credentials"), "");

        assertThat(cli.ok("session", "start", "ops"))
                .isEqualTo("session ops made available again on profile ops, expires in 10h\n");
        assertThat(home.resolve(".aws/credentials")).hasContent(before);
    }

    @Test
    void startKeepsWhatAnotherProgramPutInItsPlaceUnlessTakenOver() throws IOException {
        String mine = "[ops]\naws_access_key_id = AKIAMINE\naws_secret_access_key = mine\n";
        cli.ok("session", "start", "ops");
        Files.writeString(home.resolve(".aws/credentials"), mine);

        TestCli.Run refused = cli.run("session", "start", "ops");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("--takeover");
        assertThat(home.resolve(".aws/credentials")).hasContent(mine);

        assertThat(cli.ok("session", "start", "ops", "--takeover")).startsWith("session ops made available again");
        cli.ok("session", "stop", "ops");
        assertThat(home.resolve(".aws/credentials")).hasContent(mine);
    }

    @Test
    void aSessionWithoutAReceiptIsToldApart() throws IOException {
        cli.ok("session", "start", "ops");
        String id = cli.ok("session", "get-id", "ops").strip();
        Files.delete(home.resolve(".Leapp/receipts").resolve(id + ".json"));

        assertThat(cli.ok("session", "list", "--columns", "status", "--no-header"))
                .isEqualTo("active (unrecorded)\n");
        TestCli.Run stopped = cli.run("session", "stop", "ops");
        assertThat(stopped.code()).isZero();
        assertThat(stopped.err())
                .isEqualTo("leapp: there is no receipt of what session ops made available:"
                        + " what is in your files stays there\n");
        assertThat(home.resolve(".aws/credentials")).content().contains("[ops]");
    }

    @Test
    void aCredentialProcessOfAMovedHomeTellsWhatItsCallersNeed() {
        cli.ok("session", "edit", "ops", "--chain", "aws-credential-process");
        assertThat(cli.run("session", "start", "ops").err()).isEmpty();
        cli.ok("session", "stop", "ops");
        cli.env("LEAPP_HOME", home.resolve(".Leapp").toString());
        assertThat(cli.run("session", "start", "ops").err())
                .isEqualTo("leapp: tools call leapp for the credentials of session ops: run them with LEAPP_HOME="
                        + home.resolve(".Leapp") + " too\n");
        cli.ok("session", "stop", "ops");
        cli.ok("session", "edit", "ops", "--chain", "");
        assertThat(cli.run("session", "start", "ops").err()).isEmpty();
    }

    @Test
    void startStopAndRotateTellProgramsTheStatus() throws JsonProcessingException {
        JsonNode started = json("session", "start", "ops", "--output", "json");
        assertThat(started.get("status").asText()).isEqualTo("active");
        assertThat(started.get("expiresAt").asText()).isEqualTo("2026-03-01T18:00:00Z");
        assertThat(json("session", "rotate", "ops", "--output", "json")
                        .get("status")
                        .asText())
                .isEqualTo("active");
        assertThat(json("session", "stop", "ops", "--output", "json")
                        .get("status")
                        .asText())
                .isEqualTo("inactive");
    }

    @Test
    void rotateReplacesTheKey() throws IOException {
        cli.ok("session", "start", "ops");
        String before = Files.readString(home.resolve(".aws/credentials"));

        assertThat(cli.ok("session", "rotate", "ops")).startsWith("session ops rotated on profile ops");
        assertThat(Files.readString(home.resolve(".aws/credentials"))).isNotEqualTo(before);
    }

    @Test
    void rotateOfAnInactiveSessionIsAConflict() {
        assertThat(cli.run("session", "rotate", "ops").code()).isEqualTo(4);
    }

    @Test
    void aSessionIsNamedByIdOrByTheBeginningOfItsId() {
        String id = cli.ok("session", "get-id", "ops").strip();

        assertThat(cli.ok("session", "get-id", id.substring(0, 8)).strip()).isEqualTo(id);
        assertThat(cli.ok("session", "start", "--sessionId", id)).startsWith("session ops started");
        TestCli.Run unknown = cli.run("session", "start", "nope");
        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.out()).isEmpty();
    }

    @Test
    void anAmbiguousNameListsTheCandidates() {
        cli.withSession("ops", "other");

        TestCli.Run run = cli.run("session", "start", "ops");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains(cli.ok("session", "list", "--columns", "id", "--no-header")
                        .lines()
                        .toList());
    }

    @Test
    void withoutANameASessionIsChosenFromThoseThatFit() {
        cli.withSession("dev", "dev").ok("session", "start", "ops");

        TestCli.Run started = cli.typing("1").run("session", "start");

        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.err()).contains("1  dev").doesNotContain("ops");
        assertThat(cli.piping("").run("session", "start").err()).startsWith("leapp: Which session?");
        assertThat(cli.run("session", "start").code()).isEqualTo(2);
    }

    @Test
    void stopAllStopsEverySession() {
        cli.withSession("dev", "dev").ok("session", "start", "ops");
        cli.ok("session", "start", "dev");

        assertThat(cli.ok("session", "stop", "--all")).isEqualTo("session ops stopped\nsession dev stopped\n");
        assertThat(cli.ok("session", "list", "--columns", "status", "--no-header"))
                .isEqualTo("inactive\ninactive\n");
    }

    @Test
    void aProfileInUseIsAConflictUnlessReplaced() {
        cli.withSession("dev", "ops").ok("session", "start", "ops");

        assertThat(cli.run("session", "start", "dev").code()).isEqualTo(4);
        assertThat(cli.ok("session", "start", "dev", "--replace")).startsWith("session dev started");
        assertThat(cli.ok("session", "list", "--columns", "name,status", "--no-header"))
                .isEqualTo("ops  inactive\ndev  active\n");
    }

    @Test
    void aForeignSectionIsAConflictUnlessTakenOver() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/credentials"), "[ops]\naws_access_key_id = AKIAMINE\n");

        assertThat(cli.run("session", "start", "ops").code()).isEqualTo(4);
        assertThat(cli.ok("session", "start", "ops", "--takeover")).startsWith("session ops started");
        cli.ok("session", "stop", "ops");
        assertThat(home.resolve(".aws/credentials")).hasContent("[ops]\naws_access_key_id = AKIAMINE\n");
    }

    @Test
    void generatePrintsOneLineForACredentialProcessAndNothingElse() throws JsonProcessingException {
        TestCli.Run run = cli.run("session", "generate", "ops");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("}\n").hasLineCount(1).doesNotContain(" ");
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertThat(document.fieldNames())
                .toIterable()
                .containsExactly("Version", "AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration");
        assertThat(document.get("Version").isInt()).isTrue();
        assertThat(document.get("Version").asInt()).isEqualTo(1);
        assertThat(document.get("AccessKeyId").asText()).startsWith("ASIA");
        assertThat(document.get("Expiration").asText()).isEqualTo("2026-03-01T18:00:00Z");
    }

    @Test
    void generateAsksNobodyUnlessToldToAndNamesTheCommandThatDoes() {
        String device = "arn:aws:iam::123456789012:mfa/ops";
        cli.accept(device, "123456").ok("session", "edit", "ops", "--mfa-device", device);

        TestCli.Run inactive = cli.typing("123456").run("session", "generate", "ops");
        cli.typing("123456").ok("session", "start", "ops");
        cli.later(Duration.ofHours(37));
        TestCli.Run active = cli.typing("123456").run("session", "generate", "ops");
        TestCli.Run asked = cli.typing("123456").run("session", "generate", "ops", "--ask");

        assertThat(inactive.code()).isEqualTo(5);
        assertThat(inactive.out()).isEmpty();
        assertThat(inactive.err()).contains("nobody can be asked", "run in a terminal: leapp session start 'ops'");
        assertThat(active.err()).contains("run in a terminal: leapp session rotate 'ops'");
        assertThat(asked.out()).startsWith("{\"Version\":1,");
    }

    @Test
    void generateForSomethingUnknownPrintsNothing() {
        TestCli.Run run = cli.run("session", "generate", "nope");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(cli.run("session", "generate").code()).isEqualTo(2);
    }

    @Test
    void currentShowsTheActiveSessionOfAProfile() throws JsonProcessingException {
        cli.ok("session", "start", "ops");
        String id = cli.ok("session", "get-id", "ops").strip();

        JsonNode current = json("session", "current", "-p", "ops");

        assertThat(current.get("id").asText()).isEqualTo(id);
        assertThat(current.get("alias").asText()).isEqualTo("ops");
        assertThat(current.get("roleArn").asText()).isEqualTo("none");
        assertThat(cli.ok("session", "current", "-p", "ops", "-i", "-f", "alias roleArn"))
                .isEqualTo("alias: ops, roleArn: none\n");
        assertThat(cli.run("session", "current", "-p", "ops", "-r", "azure").code())
                .isEqualTo(3);
        assertThat(cli.run("session", "current").code()).isEqualTo(3);
    }

    @Test
    void getIdPrintsTheIdAlone() {
        assertThat(cli.ok("session", "get-id", "ops")).matches("[0-9a-f-]{36}\n");
    }

    @Test
    void aWrongKeyIsRefusedByTheCloudWithItsOwnCode() {
        cli.piping("x".repeat(40) + "\n").ok("session", "edit", "ops", "--secret-access-key-stdin");

        TestCli.Run run = cli.run("session", "start", "ops");

        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).contains("SignatureDoesNotMatch");
        assertThat(home.resolve(".aws/credentials")).doesNotExist();
    }

    @Test
    void anMfaCodeIsAskedOnATerminalAndMissingElsewhere() {
        String device = "arn:aws:iam::123456789012:mfa/ops";
        cli.accept(device, "123456").ok("session", "edit", "ops", "--mfa-device", device);

        TestCli.Run alone = cli.run("session", "start", "ops");
        TestCli.Run asked = cli.typing("123456").run("session", "start", "ops");

        assertThat(alone.code()).isEqualTo(5);
        assertThat(alone.err()).contains("MFA", "hint: ");
        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(asked.err()).contains("MFA code for session ops (" + device + "): ");
    }

    private JsonNode json(String... args) throws JsonProcessingException {
        return new ObjectMapper().readTree(cli.ok(args));
    }
}

package dev.leapp.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.DesktopFile;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandsTest {

    @TempDir
    Path home;

    private TestCli cli;
    private Path log;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops");
        log = home.resolve(".Leapp/log/issued.jsonl");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void showTellsWhatWasHandedOutAndForWhat() throws JsonProcessingException {
        cli.ok("session", "generate", "ops");
        cli.ok("session", "generate", "ops");
        cli.ok("session", "start", "ops");
        cli.ok("session", "rotate", "ops");

        JsonNode entries = new ObjectMapper().readTree(cli.ok("log", "show", "--output", "json"));

        assertThat(entries.findValuesAsText("event")).containsExactly("began", "issued", "issued", "issued");
        assertThat(entries.findValuesAsText("way"))
                .as("what comes from the cache is handed out once")
                .containsExactly("null", "credentials", "aws-credentials-file", "aws-credentials-file");
        JsonNode started = entries.get(2);
        assertThat(started.get("name").textValue()).isEqualTo("ops");
        assertThat(started.get("type").textValue()).isEqualTo("aws-iam-user");
        assertThat(started.get("at").textValue()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(started.get("until").textValue()).isEqualTo("2026-03-01T18:00:00Z");
    }

    @Test
    void aTableFitsEightyColumnsNewestLast() {
        cli.ok("session", "start", "ops");
        cli.ok("session", "rotate", "ops");

        List<String> lines =
                cli.env("NO_COLOR", "1").terminal(80).ok("log", "show").lines().toList();

        assertThat(lines)
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(lines.get(lines.size() - 1)).contains("3", "ops", "aws-credentials-file", "in 10h");
    }

    @Test
    void showIsNarrowedBySessionTimeAndNumber() {
        cli.withSession("web", "web");
        cli.ok("session", "start", "ops");
        cli.ok("session", "start", "web");
        cli.ok("session", "delete", "web");

        assertThat(cli.ok("log", "show", "--session", "ops", "--csv", "--no-header")
                        .lines())
                .hasSize(1);
        assertThat(cli.ok("log", "show", "--session", "web", "--csv", "--no-header")
                        .lines())
                .as("a session that is gone")
                .hasSize(1);
        assertThat(cli.ok("log", "show", "--limit", "1", "--csv", "--no-header"))
                .contains(",web,");
        assertThat(cli.ok("log", "show", "--since", "2d", "--csv", "--no-header")
                        .lines())
                .hasSize(3);
        assertThat(cli.run("log", "show", "--session", "nobody").code()).isEqualTo(3);
        assertThat(cli.run("log", "show", "--since", "yesterday").code()).isEqualTo(2);
        assertThat(cli.run("log", "show", "--limit", "0").code()).isEqualTo(2);
    }

    @Test
    void verifyFindsWhatWasChangedAndNamesIt() throws IOException {
        assertThat(cli.ok("log", "verify")).isEqualTo("the issuance log is empty\n");
        cli.ok("session", "start", "ops");
        assertThat(cli.ok("log", "verify")).isEqualTo("2 entries since 2026-03-01T08:00:00Z, as they were written\n");

        Files.writeString(log, Files.readString(log).replace("\"name\":\"ops\"", "\"name\":\"dev\""));

        TestCli.Run run = cli.run("log", "verify");
        assertThat(run.code()).isEqualTo(12);
        assertThat(run.out()).isEqualTo("""
                          x    entry 2 (issued.jsonl line 2) was changed
                        2 entries since 2026-03-01T08:00:00Z, and 1 finding
                        """);
        assertThat(cli.run("log", "verify", "--output", "json").out()).contains("\"sound\": false");
    }

    @Test
    void offTakesNothingDownUntilOn() {
        assertThat(cli.ok("log", "off")).isEqualTo("the issuance log is off now\n");
        assertThat(cli.ok("log", "off")).isEqualTo("the issuance log is off already\n");
        cli.ok("session", "start", "ops");
        assertThat(cli.run("log", "verify").err()).isEqualTo("leapp: the log is off\n");

        assertThat(cli.ok("log", "on")).isEqualTo("the issuance log is on now\n");
        cli.ok("session", "rotate", "ops");

        assertThat(cli.ok("log", "show", "--columns", "event", "--no-header")
                        .lines()
                        .map(String::strip))
                .containsExactly("began", "off", "on", "issued");
    }

    @Test
    void theLogOutlivesAChangeOfTheWorkspacesKey() throws IOException {
        cli.ok("session", "start", "ops");
        byte[] before = Files.readAllBytes(home.resolve(".Leapp/log/key"));

        cli.ok("workspace", "key", "rotate", "--force");

        assertThat(Files.readAllBytes(home.resolve(".Leapp/log/key"))).isNotEqualTo(before);
        cli.ok("session", "rotate", "ops");
        assertThat(cli.ok("log", "verify")).startsWith("3 entries");
    }

    @Test
    void itWorksInTheDesktopAppsFormatAndOutlivesItsUpgrade(@TempDir Path other) throws IOException {
        DesktopFile.copyTo(other.resolve(".Leapp/Leapp-lock.json"));
        try (TestCli desktop = new TestCli(other).env("LEAPP_MACHINE_ID", DesktopFile.machineId())) {
            desktop.ok("log", "off");
            assertThat(desktop.run("log", "verify").out()).startsWith("2 entries");

            assertThat(desktop.run("workspace", "upgrade", "--force").code()).isZero();
            desktop.ok("log", "on");

            assertThat(desktop.ok("log", "verify")).startsWith("3 entries");
        }
    }

    @Test
    void noSecretIsInIt() throws IOException {
        cli.ok("session", "start", "ops");
        cli.ok("session", "generate", "ops");

        assertThat(Files.readString(log)).doesNotContain(TestCli.SECRET_KEY, TestCli.KEY_ID, "ASIA", "Token");
    }
}

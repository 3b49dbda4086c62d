package dev.leapp.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.DesktopFile;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does when something is wrong with the workspace file, or to what opens it. */
class CareCommandsTest {

    private static final String DESKTOP_MACHINE = "LEAPP_MACHINE_ID";

    @TempDir
    Path home;

    private TestCli cli;
    private Path file;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
        file = home.resolve(".Leapp/Leapp-lock.json");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void backupsListsTheGenerationsWithTheirReasons() {
        cli.withSession("ops", "ops").ok("region", "set-default", "eu-west-1");

        assertThat(cli.ok("workspace", "backups")).contains("set default region eu-west-1", "add session ops");
        assertThat(cli.ok("workspace", "backups", "--output", "json")).contains("\"number\": ", "\"sessions\": 1");
    }

    @Test
    void truncatedFileIsToldAndRecoveredFromAGeneration() throws IOException {
        cli.withSession("ops", "ops");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        TestCli.Run list = cli.run("session", "list");
        assertThat(list.code()).isEqualTo(8);
        assertThat(list.err()).contains("is damaged", "leapp workspace recover");
        TestCli.Run unsaid = cli.run("workspace", "recover");
        assertThat(unsaid.code()).isEqualTo(2);
        assertThat(unsaid.err()).contains("--generation");

        assertThat(cli.run("workspace", "recover", "--generation", newestGeneration(), "--force")
                        .code())
                .isZero();
        assertThat(cli.ok("session", "list")).contains("ops");
    }

    @Test
    void changedMachineIdIsExplainedAndOpenedWithTheOldOne() {
        cli.env(DESKTOP_MACHINE, "old machine").withSession("ops", "ops");
        cli.env(DESKTOP_MACHINE, "new machine");

        TestCli.Run list = cli.run("session", "list");
        assertThat(list.code()).isEqualTo(8);
        assertThat(list.err()).contains("another machine id", "leapp workspace recover --machine-id");

        assertThat(cli.run("workspace", "recover", "--machine-id", "old machine", "--force")
                        .code())
                .isZero();
        assertThat(cli.ok("session", "list")).contains("ops");
    }

    @Test
    void deletedFileIsToldAndNotTakenForANewWorkspace() throws IOException {
        cli.withSession("ops", "ops");
        Files.delete(file);

        TestCli.Run list = cli.run("session", "list");
        assertThat(list.code()).isEqualTo(8);
        assertThat(list.err()).contains("is gone", "leapp workspace recover");
    }

    @Test
    void desktopAppsFileOpensAndIsUpgradedWhenAsked() throws IOException {
        DesktopFile.copyTo(file);
        cli.env(DESKTOP_MACHINE, DesktopFile.machineId());

        assertThat(cli.ok("session", "list")).contains("user-plain", "user-mfa", "federated", "chained", "localstack");
        assertThat(cli.run("workspace", "upgrade", "--force").code()).isZero();
        assertThat(cli.ok("session", "list")).contains("user-plain", "localstack");
        assertThat(cli.ok("workspace", "upgrade", "--force")).contains("nothing to do");
    }

    @Test
    void passphraseSlotIsListedAndOpensOnAnotherMachine() {
        cli.env(DESKTOP_MACHINE, "old machine").withSession("ops", "ops");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "correct horse").ok("workspace", "key", "add", "passphrase");

        assertThat(cli.ok("workspace", "key", "list")).contains("machine", "passphrase");
        cli.env(DESKTOP_MACHINE, "new machine");
        assertThat(cli.ok("session", "list")).contains("ops");
    }

    @Test
    void removedSlotOpensNothingAnyMore() {
        cli.env(DESKTOP_MACHINE, "old machine").withSession("ops", "ops");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "correct horse").ok("workspace", "key", "add", "passphrase");
        Matcher id = Pattern.compile("([0-9a-f]{8}) +machine").matcher(cli.ok("workspace", "key", "list"));
        assertThat(id.find()).isTrue();

        assertThat(cli.run("workspace", "key", "remove", id.group(1), "--force").code())
                .isZero();

        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "battery staple");
        assertThat(cli.run("session", "list").code()).isEqualTo(8);
    }

    @Test
    void rotationSaysWhatItSealedAnew() {
        cli.withSession("ops", "ops");

        assertThat(cli.ok("workspace", "key", "rotate", "--force", "--output", "json"))
                .contains("\"sealedAnew\"");
        assertThat(cli.ok("session", "list")).contains("ops");
    }

    private String newestGeneration() {
        Matcher number =
                Pattern.compile("\"number\": (\\d+)").matcher(cli.ok("workspace", "backups", "--output", "json"));
        assertThat(number.find()).isTrue();
        return number.group(1);
    }
}

package dev.leapp.cli.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.DesktopFile;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the care commands ask on a terminal, and what they make of the answers. */
class CareConversationsTest {

    private static final String MACHINE = "LEAPP_MACHINE_ID";

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
    void recoverSaysWhatIsWrongAndOffersTheGenerations() throws IOException {
        cli.withSession("ops", "ops").ok("region", "set-default", "eu-west-1");
        truncate();

        TestCli.Run run = cli.typing("1", "y").run("workspace", "recover");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("damaged", "generation ", "1 session: ", "nothing: begin with an empty workspace")
                .contains("in the place of the workspace file? (y/N)");
        assertThat(run.err().lines()).allSatisfy(line -> assertThat(line).doesNotContain("null"));
        assertThat(cli.piping("").ok("session", "list")).contains("ops");
    }

    @Test
    void whoSaysNoKeepsTheFileAsItWas() throws IOException {
        cli.withSession("ops", "ops");
        truncate();
        byte[] damaged = Files.readAllBytes(file);

        assertThat(cli.typing("1", "n").run("workspace", "recover").code()).isEqualTo(130);

        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void recoverAsksForTheFormerMachineId() {
        cli.env(MACHINE, "old machine").withSession("ops", "ops");
        cli.env(MACHINE, "new machine");

        TestCli.Run offered = cli.typing().run("workspace", "recover");
        String number = offered.err()
                .lines()
                .filter(line -> line.contains("with the id of the machine that wrote it"))
                .map(line -> line.strip().replaceAll("^([0-9]+).*", "$1"))
                .findFirst()
                .orElseThrow();
        TestCli.Run run = cli.typing(number, "old machine", "y").run("workspace", "recover");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(cli.piping("").ok("session", "list")).contains("ops");
    }

    @Test
    void upgradeExplainsBeforeItAsks() throws IOException {
        desktopFile();
        byte[] before = Files.readAllBytes(file);

        TestCli.Run refused = cli.typing("n").run("workspace", "upgrade");
        assertThat(refused.code()).isEqualTo(130);
        assertThat(refused.err())
                .contains("its 7 sessions", "can't read it after the upgrade", "Upgrade the workspace? (y/N)");
        assertThat(file).hasBinaryContent(before);

        TestCli.Run agreed = cli.typing("y").run("workspace", "upgrade");
        assertThat(agreed.code()).as(agreed.err()).isZero();
        assertThat(Files.readString(file, ISO_8859_1)).startsWith("LEAPP-SEALED ");
        assertThat(cli.piping("").ok("session", "list")).contains("user-plain");
    }

    @Test
    void whereNobodyCanBeAskedUpgradeWantsForce() throws IOException {
        desktopFile();

        TestCli.Run run = cli.piping("").run("workspace", "upgrade");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--force");
    }

    @Test
    void aListOfKeySlotsAsksForNoPassphrase() {
        cli.withSession("ops", "ops");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "correct horse").ok("workspace", "key", "add", "passphrase");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "");

        assertThat(cli.typing().ok("workspace", "key", "list"))
                .contains("machine", "passphrase", "no: only with its passphrase");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "correct horse");
        assertThat(cli.ok("workspace", "key", "list")).doesNotContain("no: ");
    }

    @Test
    void theFlagAboutTheRunningDesktopAppReachesTheEngine() {
        AtomicBoolean ignored = new AtomicBoolean();
        cli.opening(around -> {
            ignored.set(around.ignoreDesktopApp());
            return cli.open(around);
        });

        cli.ok("session", "list");
        assertThat(ignored).isFalse();
        cli.ok("session", "list", "--ignore-desktop-app");
        assertThat(ignored).isTrue();
    }

    private void truncate() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    private void desktopFile() throws IOException {
        DesktopFile.copyTo(file);
        cli.env(MACHINE, DesktopFile.machineId());
    }
}

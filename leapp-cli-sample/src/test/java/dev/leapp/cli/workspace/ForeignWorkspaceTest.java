package dev.leapp.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.DesktopFile;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code leapp workspace import} of a workspace file that another machine wrote. */
class ForeignWorkspaceTest {

    private static final String OTHER_ID = "fedcba9876543210fedcba9876543210";
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    @TempDir
    Path directory;

    private TestCli here;
    private TestCli there;

    @BeforeEach
    void open() {
        here = new TestCli(home).env("LEAPP_MACHINE_ID", "11111111111111111111111111111111");
        there = new TestCli(otherHome).env("LEAPP_MACHINE_ID", OTHER_ID);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void theDesktopAppsFileOfAnotherMachineIsImportedWithItsId() throws IOException {
        Path file = DesktopFile.copyTo(directory.resolve("Leapp-lock.json"));
        Path id = Files.writeString(directory.resolve("machine-id"), DesktopFile.machineId() + "\n");
        byte[] before = Files.readAllBytes(file);

        TestCli.Run run = here.run("workspace", "import", file.toString(), "--machine-id-file", id.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("session ")))
                .hasSize(7)
                .allMatch(line -> line.contains(" add"));
        assertThat(run.err()).contains("these sessions come without their secrets", "user-plain");
        assertThat(here.ok("session", "list", "--output", "json"))
                .contains("user-plain", "user-mfa", "federated", "chained", "sso-role", "azure-sub", "localstack");
        assertThat(here.ok("workspace", "import", file.toString(), "--machine-id", Files.readString(id)))
                .doesNotContain(" add", " conflict");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void withoutTheRightIdItSaysWhatHelpsAndImportsNothing() throws IOException {
        String file = DesktopFile.copyTo(directory.resolve("Leapp-lock.json")).toString();

        TestCli.Run none = here.run("workspace", "import", file);
        TestCli.Run wrong = here.run("workspace", "import", file, "--machine-id", OTHER_ID);

        assertThat(none.code()).isEqualTo(8);
        assertThat(none.err())
                .startsWith("leapp: The workspace file " + file + " can't be opened (it is damaged, or was written on a"
                        + " machine with another id); nothing was imported\n")
                .contains("hint: --machine-id ID opens what another machine wrote");
        assertThat(wrong.code()).isEqualTo(8);
        assertThat(home.resolve(".Leapp")).doesNotExist();
    }

    @Test
    void ourOwnFileOfAnotherMachineIsImportedWithItsId() {
        there.withSession("ops", "ops");
        String file = otherHome.resolve(".Leapp/Leapp-lock.json").toString();

        TestCli.Run none = here.run("workspace", "import", file);
        assertThat(none.code()).isEqualTo(8);
        assertThat(none.err()).contains("can't be opened", "--machine-id ID");

        assertThat(here.ok("workspace", "import", file, "--machine-id", OTHER_ID))
                .contains("session  ops", "without its secrets")
                .endsWith("\n2 added, 1 unchanged\n");
    }

    @Test
    void ourOwnFileOfAnotherMachineIsImportedWithItsPassphrase() {
        there.withSession("ops", "ops");
        there.env("LEAPP_WORKSPACE_PASSPHRASE", PASSPHRASE).ok("workspace", "key", "add", "passphrase");
        String file = otherHome.resolve(".Leapp/Leapp-lock.json").toString();

        TestCli.Run nobody = here.run("workspace", "import", file);
        assertThat(nobody.code()).isEqualTo(8);
        assertThat(nobody.err()).contains("--passphrase-stdin what its passphrase opens");

        assertThat(here.piping(PASSPHRASE + "\n").ok("workspace", "import", file, "--passphrase-stdin"))
                .contains("session  ops");
    }

    @Test
    void aCutOffFileIsToldAndNothingIsImported() throws IOException {
        there.withSession("ops", "ops");
        Path file = otherHome.resolve(".Leapp/Leapp-lock.json");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));

        TestCli.Run run = here.run("workspace", "import", file.toString(), "--machine-id", OTHER_ID);

        assertThat(run.code()).isEqualTo(8);
        assertThat(run.err()).contains("is damaged", "nothing was imported");
    }

    @Test
    void aMachineIdOpensAFileOnly() {
        TestCli.Run run = here.run("workspace", "import", "--from", "aws", "--machine-id", OTHER_ID);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("A machine id opens a FILE, not what --from reads");
    }
}

package dev.leapp.core.internal.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.port.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineIdReaderTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Environment EMPTY = Environment.of(Map.of());

    @TempDir
    Path root;

    @Test
    void passphraseIsTheOneOfTheDesktopApp() throws IOException {
        write("etc/machine-id", ID + "\n");

        assertThat(linux(EMPTY).read().desktopPassphrase())
                .isEqualTo("3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9");
    }

    @Test
    void fileOfDbusComesFirst() throws IOException {
        write("var/lib/dbus/machine-id", "ffff\n");
        write("etc/machine-id", ID + "\n");

        assertSame(linux(EMPTY).read(), "ffff");
    }

    @Test
    void emptyFileOfDbusIsSkipped() throws IOException {
        write("var/lib/dbus/machine-id", "");
        write("etc/machine-id", ID + "\n");

        assertSame(linux(EMPTY).read(), ID);
    }

    @Test
    void whiteSpaceAndCaseDoNotCount() throws IOException {
        write("etc/machine-id", " ABC def\t\r\nsecond line\n");

        assertSame(linux(EMPTY).read(), "abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n", "uninitialized\n", "\nsecond line\n"})
    void machineWithoutAStableIdIsToldWhatToDo(String content) throws IOException {
        write("etc/machine-id", content);

        assertNoMachineId(() -> linux(EMPTY).read());
    }

    @Test
    void missingFilesAreNotReplacedByTheHostName() {
        assertNoMachineId(() -> linux(EMPTY).read());
    }

    @Test
    void unreadableFileIsTold() throws IOException {
        Files.createDirectories(root.resolve("etc/machine-id"));

        assertNoMachineId(() -> linux(EMPTY).read());
    }

    @Test
    void environmentReplacesTheMachine() throws IOException {
        write("etc/machine-id", ID + "\n");

        assertSame(
                linux(Environment.of(Map.of("LEAPP_MACHINE_ID", " My-Container ")))
                        .read(),
                "my-container");
    }

    @Test
    void blankOverrideIsRefused() throws IOException {
        write("etc/machine-id", ID + "\n");

        assertNoMachineId(
                () -> linux(Environment.of(Map.of("LEAPP_MACHINE_ID", "  "))).read());
    }

    @Test
    void macTellsThePlatformUuid() {
        String ioreg = """
                +-o MacBookPro18,3  <class IOPlatformExpertDevice, id 0x100000224, registered>
                    {
                      "IOPlatformSerialNumber" = "XXXX"
                      "IOPlatformUUID" = "12AB34CD-0000-1111-2222-333344445555"
                      "model" = <"MacBookPro18,3">
                    }
                """;
        MachineIdSource source = MachineIdSource.of("Mac OS X", root, EMPTY, command -> {
            assertThat(command).containsExactly("/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice");
            return ioreg;
        });

        assertSame(new MachineIdReader(EMPTY, source).read(), "12ab34cd-0000-1111-2222-333344445555");
    }

    @Test
    void windowsTellsTheMachineGuid() {
        String reg = """

                HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography
                    MachineGuid    REG_SZ    12AB34CD-0000-1111-2222-333344445555

                """.replace("\n", "\r\n");
        Environment environment = Environment.of(Map.of("windir", "D:\\Win"));
        MachineIdSource source = MachineIdSource.of("Windows 11", root, environment, command -> {
            assertThat(command).startsWith("D:\\Win\\System32\\REG.exe").contains("MachineGuid", "/reg:64");
            return reg;
        });

        assertSame(new MachineIdReader(environment, source).read(), "12ab34cd-0000-1111-2222-333344445555");
    }

    @Test
    void failingProgramIsTold() {
        MachineIdSource source = MachineIdSource.of("Mac OS X", root, EMPTY, command -> {
            throw new IOException("no such program");
        });

        assertNoMachineId(() -> new MachineIdReader(EMPTY, source).read());
    }

    @Test
    void freeBsdFallsBackToTheKernel() {
        MachineIdSource source = MachineIdSource.of("FreeBSD", root, EMPTY, command -> {
            if (command.contains("smbios.system.uuid")) {
                throw new IOException("no firmware");
            }
            return "ABCD\n";
        });

        assertSame(new MachineIdReader(EMPTY, source).read(), "abcd");
    }

    @Test
    void realProgramsRunAndTheirFailuresAreTold() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThat(CommandRunner.ofTheSystem().output(List.of(java, "--version")))
                .isNotBlank();
        assertThatThrownBy(() -> CommandRunner.ofTheSystem().output(List.of(java, "--no-such-flag")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("exit code");
    }

    @Test
    void idIsNotShown() {
        assertThat(MachineId.of(ID).toString()).doesNotContain(ID);
    }

    private MachineIdReader linux(Environment environment) {
        CommandRunner none = command -> {
            throw new AssertionError("Linux needs no program");
        };
        return new MachineIdReader(environment, MachineIdSource.of("Linux", root, environment, none));
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(root.resolve(file.substring(0, file.lastIndexOf('/'))));
        Files.writeString(path, content);
    }

    private static void assertSame(MachineId actual, String raw) {
        assertThat(actual.sha256()).isEqualTo(MachineId.of(raw).sha256());
    }

    private static void assertNoMachineId(ThrowingCallable read) {
        assertThatThrownBy(read).isInstanceOfSatisfying(WorkspaceException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.NO_MACHINE_ID);
            assertThat(e.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("LEAPP_MACHINE_ID"));
        });
    }
}

package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsCheckTest {

    @TempDir
    Path home;

    private LeappDirectory directory;

    @BeforeEach
    void create() throws IOException {
        assumeThat(home.getFileSystem().supportedFileAttributeViews())
                .as("a file system that knows modes")
                .contains("posix");
        directory = new LeappDirectory(Files.createDirectory(home.resolve("with space")));
        mode(directory.root(), "rwx------");
        Files.createFile(directory.workspaceFile());
        mode(directory.workspaceFile(), "rw-------");
    }

    @Test
    void whatIsTheOwnersAloneIsInOrder() {
        assertThat(look()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rw-r-----, is open to other users",
        "r--------, is read-only",
        "-w-------, can't be read by its owner",
        "---------, can't be read by its owner"
    })
    void fileOfAnotherModeIsAProblem(String mode, String what) throws IOException {
        mode(directory.workspaceFile(), mode);

        Finding found = Visits.only(look());

        assertThat(found.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(found.what()).contains(what, mode);
        assertThat(found.hint()).contains("chmod 600 '" + directory.workspaceFile() + "'");
    }

    @ParameterizedTest
    @CsvSource({"rwxr-x---, is open to other users", "r-x------, is read-only", "rw-------, can't be read by its owner"
    })
    void directoryOfAnotherModeIsAProblem(String mode, String what) throws IOException {
        Path receipts = Files.createDirectory(directory.receipts());
        mode(receipts, mode);

        Finding found = Visits.only(look());

        assertThat(found.what()).contains(receipts.toString(), what);
        assertThat(found.hint()).contains("chmod 700 '" + receipts + "'");
        mode(receipts, "rwx------");
    }

    @Test
    void directoriesOfIntegrationsAreLookedAt() throws IOException {
        for (Path each : List.of(directory.listings(), directory.logins(), directory.pace())) {
            mode(Files.createDirectory(each), "rwxr-xr-x");
        }

        assertThat(look()).hasSize(3);
    }

    private List<Finding> look() {
        return new PermissionsCheck(directory).look(Visits.of(new FakeFile()));
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}

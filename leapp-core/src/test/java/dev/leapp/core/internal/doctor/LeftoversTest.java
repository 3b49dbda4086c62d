package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others hold, run, or have left. */
class LeftoversTest {

    @TempDir
    Path home;

    @Test
    void heldLockIsNotedWithItsOwnerAndAFreeOneIsNot() throws Exception {
        LeappDirectory directory = new LeappDirectory(home);
        Path lock = directory.locks().resolve("session-1.lock");
        LocksCheck check = new LocksCheck(directory);
        assertThat(Visits.only(look(check)).severity()).isEqualTo(Severity.OK);

        try (InterProcessLock.Held held = InterProcessLock.at(lock).acquire(Duration.ofSeconds(5), "session ops")) {
            Finding found = Visits.only(look(check));
            assertThat(found.severity()).isEqualTo(Severity.NOTE);
            assertThat(found.what())
                    .contains("process " + ProcessHandle.current().pid(), "session ops", "session-1.lock");
            assertThat(held).isNotNull();
        }

        assertThat(Visits.only(look(check)).severity()).isEqualTo(Severity.OK);
    }

    @Test
    void locksBesideTheFileThatALinkMeansAreSeen() throws Exception {
        LeappDirectory directory = new LeappDirectory(Files.createDirectory(home.resolve("leapp")));
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(directory.workspaceFile(), elsewhere.resolve("file"));
        Path lock = elsewhere.resolve("locks").resolve("workspace.lock");

        try (InterProcessLock.Held held = InterProcessLock.at(lock).acquire(Duration.ofSeconds(5), "workspace")) {
            assertThat(Visits.only(look(new LocksCheck(directory))).what()).contains("workspace.lock");
            assertThat(held).isNotNull();
        }
    }

    @Test
    void temporaryFilesOfInterruptedWritesAreNotedAndOthersAreNot() throws IOException {
        LeappDirectory directory = new LeappDirectory(home);
        TemporaryFilesCheck check = new TemporaryFilesCheck(directory);
        Files.createFile(home.resolve("notes.tmp"));
        assertThat(look(check)).isEmpty();

        Files.createDirectories(directory.receipts());
        Files.createFile(directory.receipts().resolve(".1.json.0123456789abcdef.tmp"));
        assertThat(Visits.only(look(check)).what()).startsWith("1 temporary file");
        assertThat(look(new TemporaryFilesCheck(new LeappDirectory(home.resolve("none")))))
                .isEmpty();
    }

    @Test
    void runningDesktopAppIsAWarningWhoeverOwnsTheFile() {
        FakeFile file = new FakeFile();
        assertThat(look(new DesktopAppCheck(file, () -> false))).isEmpty();
        assertThat(Visits.only(look(new DesktopAppCheck(file, () -> true))).what())
                .contains("may put its own workspace file");

        file.format = WorkspaceFile.LEAPP;
        Finding found = Visits.only(look(new DesktopAppCheck(file, () -> true)));
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.what()).contains("only read");
    }

    private static List<Finding> look(Check check) {
        return check.look(Visits.of(new FakeFile()));
    }
}

package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkspaceCheckTest {

    @TempDir
    Path directory;

    private final FakeFile file = new FakeFile();
    private Path path;

    @BeforeEach
    void path() {
        path = directory.resolve("workspace");
    }

    @Test
    void fileThatOpensIsInOrder() throws IOException {
        Files.createFile(path);
        file.format = WorkspaceFile.LEAPP;

        Finding found = look(Visits.of(file, Visits.session("ops")));

        assertThat(found.severity()).isEqualTo(Severity.OK);
        assertThat(found.what()).contains("1 session", "the Leapp desktop app");
    }

    @Test
    void fileThatNeverWasIsNoProblemButOneThatBackupsRememberIs() {
        assertThat(look(Visits.of(file)).severity()).isEqualTo(Severity.NOTE);

        Finding gone = look(Visits.of(file.opening(7)));

        assertThat(gone.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(gone.hint().orElseThrow()).startsWith("leapp workspace recover --generation 7");
    }

    @ParameterizedTest
    @EnumSource(
            value = CoreErrorCode.class,
            names = {
                "WORKSPACE_CORRUPT",
                "WORKSPACE_FORMAT_CHANGED",
                "WORKSPACE_FORMAT_UNKNOWN",
                "WORKSPACE_NOT_READABLE"
            })
    void bytesThatAreWrongOrGoneComeBackFromTheNewestGenerationThatOpens(CoreErrorCode code) {
        Finding found = look(Visits.unopened(file.closed(9, "damaged").opening(8), code));

        assertThat(found.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(found.what()).isEqualTo("The workspace file is not well");
        assertThat(found.hint().orElseThrow())
                .startsWith("leapp workspace recover --generation 8 brings back 2 sessions");
    }

    @Test
    void fileThatMayNotBeReadIsNotRecoveredOver() throws IOException {
        Files.createFile(path);

        assertThat(look(Visits.unopened(file.opening(8), CoreErrorCode.WORKSPACE_NOT_READABLE))
                        .hint())
                .contains("the hint of the error");
    }

    @Test
    void withoutAGenerationTheDesktopAppsBackupOrAnEmptyWorkspaceIsLeft() {
        assertThat(look(Visits.unopened(file, CoreErrorCode.WORKSPACE_CORRUPT))
                        .hint()
                        .orElseThrow())
                .contains("--empty");

        file.desktopBackup = directory;
        assertThat(look(Visits.unopened(file, CoreErrorCode.WORKSPACE_CORRUPT))
                        .hint()
                        .orElseThrow())
                .startsWith("leapp workspace recover --desktop-backup");
    }

    @Test
    void whatIsWrongIsToldEvenIfTheGenerationsCannotBeLookedAt() {
        file.generationFailure = new LeappException(CoreErrorCode.WORKSPACE_NOT_READABLE, "closed", null);

        assertThat(look(Visits.unopened(file, CoreErrorCode.WORKSPACE_CORRUPT)).what())
                .isEqualTo("The workspace file is not well");
    }

    @Test
    void otherKeyHasTheErrorsOwnHint() {
        file.slot("1", "machine", "no").slot("2", "passphrase", "no").opening(3);

        assertThat(look(Visits.unopened(file, CoreErrorCode.WORKSPACE_KEY_MISMATCH))
                        .hint())
                .contains("the hint of the error");
    }

    @Test
    void workspaceThatOnlyAPassphraseOpensIsAWarning() {
        Finding found = look(Visits.unopened(file.slot("1", "passphrase", "no"), CoreErrorCode.WORKSPACE_KEY_MISMATCH));

        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.hint().orElseThrow()).contains("LEAPP_WORKSPACE_PASSPHRASE");
    }

    @Test
    void linkWithoutADirectoryAtItsEndIsNotRecoveredOver() throws IOException {
        Path target = directory.resolve("unmounted").resolve("workspace");
        Files.createSymbolicLink(path, target);

        Finding found = look(Visits.of(file.opening(1)));

        assertThat(found.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(found.what()).contains("is a link to " + target);
        assertThat(found.hint().orElseThrow()).startsWith("mount or create the directory " + target.getParent());
    }

    private Finding look(Visit visit) {
        return Visits.only(new WorkspaceCheck(path, file).look(visit));
    }
}

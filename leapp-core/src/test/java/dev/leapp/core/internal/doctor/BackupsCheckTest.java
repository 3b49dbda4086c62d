package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsCheckTest {

    @TempDir
    Path directory;

    private final FakeFile file = new FakeFile();

    @Test
    void newestGenerationThatOpensIsInOrder() {
        Finding found = Visits.only(look(Visits.of(file.opening(5).opening(4))));

        assertThat(found.severity()).isEqualTo(Severity.OK);
        assertThat(found.what()).contains("2 generations", "number 5", "opens");
    }

    @Test
    void newestGenerationThatDoesNotOpenIsAWarningThatNamesTheOneThatDoes() {
        Finding found = Visits.only(look(Visits.of(file.closed(5, "cut off").opening(4))));

        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.what()).contains("does not open: cut off", "number 4 does");
        assertThat(found.hint().orElseThrow()).startsWith("leapp workspace backups");
    }

    @Test
    void generationsThatNeedThePassphraseAreNotCalledBroken() {
        file.slot("1", "passphrase", "nobody").closed(5, "nobody can be asked");

        Finding found = Visits.only(look(Visits.unopened(file, CoreErrorCode.WORKSPACE_KEY_MISMATCH)));

        assertThat(found.severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void aFileWithoutGenerationsIsNotedAndSoIsTheDesktopAppsBackup() throws IOException {
        assertThat(look(Visits.of(file))).isEmpty();

        Files.createFile(directory.resolve("workspace"));
        file.desktopBackup = directory.resolve("theirs");

        assertThat(look(Visits.of(file))).extracting(Finding::severity).containsExactly(Severity.NOTE, Severity.NOTE);
    }

    private List<Finding> look(Visit visit) {
        return new BackupsCheck(directory.resolve("workspace"), file).look(visit);
    }
}

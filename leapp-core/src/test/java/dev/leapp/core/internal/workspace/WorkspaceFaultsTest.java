package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.file.FaultyFileOperations.Crash;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation on a file that a save makes goes wrong in turn: of the workspace, its backup and its note. */
class WorkspaceFaultsTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void saveLeavesTheOldStateOrTheNewOne(Fault fault) throws IOException {
        int steps = stepsOfASave();
        assertThat(steps).isEqualTo(3 * 8); // eight for each of three files
        List<String> outcomes = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            outcomes.add(saveWithFault(home.resolve("at-" + step), step, fault));
        }
        assertThat(outcomes).contains("old", "new");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED,NOT_WRITABLE", "DISK_FULL,DISK_FULL"})
    void failureIsTypedAndSaysThatNothingWasLost(Fault fault, CoreErrorCode code) throws IOException {
        Path file = home.resolve("Leapp-lock.json");
        Repositories.add(Repositories.unforced(file), "old");

        Throwable thrown = catchThrowable(
                () -> Repositories.add(Repositories.with(file, new FaultyFileOperations(3, fault)), "new"));

        assertThat(thrown)
                .isInstanceOfSatisfying(WorkspaceException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.hint()).isPresent();
                })
                .hasMessageContaining(file.toString())
                .hasMessageContaining("as it was before");
    }

    @ParameterizedTest
    @EnumSource
    void firstSaveLeavesNothingOrAWorkspace(Fault fault) throws IOException {
        for (int step = 0; step < 3 * 8; step++) {
            Path file = home.resolve("first-" + step).resolve("Leapp-lock.json");
            FaultyFileOperations operations = new FaultyFileOperations(step, fault);

            Throwable thrown = catchThrowable(() -> Repositories.add(Repositories.with(file, operations), "new"));

            assertExpected(thrown);
            boolean there = Files.exists(file);
            assertThat(Repositories.at(file).read().workspace().sessions()).hasSize(there ? 1 : 0);
            Repositories.add(Repositories.unforced(file), "after");
            assertThat(Repositories.at(file).read().workspace().sessions()).hasSize(there ? 2 : 1);
        }
    }

    private int stepsOfASave() {
        Path file = home.resolve("count").resolve("Leapp-lock.json");
        Repositories.add(Repositories.unforced(file), "old");
        FaultyFileOperations counting = new FaultyFileOperations(-1, Fault.REFUSED);
        Repositories.add(Repositories.with(file, counting), "new");
        return counting.log().size();
    }

    private static String saveWithFault(Path directory, int step, Fault fault) throws IOException {
        Path file = directory.resolve("Leapp-lock.json");
        Repositories.add(Repositories.unforced(file), "old");
        byte[] old = Files.readAllBytes(file);
        FaultyFileOperations operations = new FaultyFileOperations(step, fault);

        Throwable thrown = catchThrowable(() -> Repositories.add(Repositories.with(file, operations), "new"));

        assertExpected(thrown);
        int sessions = Repositories.at(file).read().workspace().sessions().size();
        String outcome = sessions == 2 ? "new" : "old";
        if (outcome.equals("old")) {
            assertThat(file).hasBinaryContent(old);
        }
        if (thrown instanceof WorkspaceException) {
            assertThat(outcome).as("after an error, step %d", step).isEqualTo("old");
        } else if (thrown == null) {
            assertThat(outcome).as("after success, step %d", step).isEqualTo("new");
        }
        assertNextSaveWorksAndTidiesUp(file);
        return outcome;
    }

    private static void assertExpected(@Nullable Throwable thrown) {
        if (thrown != null) {
            assertThat(thrown).isInstanceOfAny(WorkspaceException.class, Crash.class);
        }
    }

    private static void assertNextSaveWorksAndTidiesUp(Path file) throws IOException {
        Repositories.add(Repositories.unforced(file), "after");
        assertThat(Repositories.at(file).read().workspace().sessions())
                .anyMatch(session -> session.id().value().equals("after"));
        try (Stream<Path> entries = Files.list(file.resolveSibling("."))) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("Leapp-lock.json", "state.json", "backups", "locks");
        }
    }
}

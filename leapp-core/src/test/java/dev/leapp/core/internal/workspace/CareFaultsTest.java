package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.file.FaultyFileOperations.Crash;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.UnforcedFileOperations;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation on a file goes wrong in turn while the workspace file's format, key or state changes. */
class CareFaultsTest {

    private enum Change {
        FIRST_SAVE_OF_THE_DESKTOP_APPS_FILE,
        SAVE_OF_THE_DESKTOP_APPS_FILE,
        UPGRADE,
        ADD_KEY,
        ROTATE_KEY,
        RECOVER;

        void begin(Path file) throws IOException {
            Repositories.begin(file, before());
            if (this != FIRST_SAVE_OF_THE_DESKTOP_APPS_FILE && this != UPGRADE) {
                Repositories.set(Repositories.unforced(file), "before", "yes");
            }
            if (this == RECOVER) {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
            }
        }

        private WorkspaceFormat before() {
            return switch (this) {
                case FIRST_SAVE_OF_THE_DESKTOP_APPS_FILE, SAVE_OF_THE_DESKTOP_APPS_FILE, UPGRADE ->
                    WorkspaceFormat.LEAPP;
                case ADD_KEY, ROTATE_KEY, RECOVER -> WorkspaceFormat.SEALED;
            };
        }

        void with(Path file, FileOperations operations) {
            FileWorkspaceRepository repository = Repositories.with(file, operations);
            WorkspaceFile care = repository.file(session -> false);
            switch (this) {
                case FIRST_SAVE_OF_THE_DESKTOP_APPS_FILE, SAVE_OF_THE_DESKTOP_APPS_FILE ->
                    Repositories.set(repository, "changed", "yes");
                case UPGRADE -> care.upgrade(NewKeySlot.machine());
                case ADD_KEY -> care.addKeySlot(NewKeySlot.machine());
                case ROTATE_KEY -> care.rotateKey(false);
                case RECOVER -> care.recover(RecoverySource.generation(1));
            }
        }

        /** How many files it writes, each in eight operations. */
        int files() {
            return switch (this) {
                case SAVE_OF_THE_DESKTOP_APPS_FILE, ADD_KEY -> 3;
                case FIRST_SAVE_OF_THE_DESKTOP_APPS_FILE -> 4;
                case UPGRADE, RECOVER, ROTATE_KEY -> 5;
            };
        }
    }

    @TempDir
    Path home;

    static Stream<Arguments> changesAndFaults() {
        return Stream.of(Change.values())
                .flatMap(change -> Stream.of(Fault.values()).map(fault -> Arguments.of(change, fault)));
    }

    @ParameterizedTest
    @MethodSource("changesAndFaults")
    void fileIsTheOldOneOrTheNewOneAndTheSameAgainCompletesIt(Change change, Fault fault) throws IOException {
        int steps = 0;
        boolean wentWrong = true;
        while (wentWrong) {
            FaultyFileOperations operations = new FaultyFileOperations(steps, fault);
            play(change, home.resolve("at-" + steps).resolve("Leapp-lock.json"), operations);
            wentWrong = operations.log().size() > steps;
            steps += wentWrong ? 1 : 0;
        }
        assertThat(steps).isEqualTo(change.files() * 8);
    }

    private static void play(Change change, Path file, FaultyFileOperations operations) throws IOException {
        change.begin(file);
        byte[] old = Files.readAllBytes(file);
        int sessions = change == Change.RECOVER ? 0 : sessions(file);

        Throwable thrown = catchThrowable(() -> change.with(file, operations));

        boolean isOld = Arrays.equals(old, Files.readAllBytes(file));
        assertFits(thrown, isOld);
        assertOpens(change, file, isOld, sessions);
        change.with(file, new UnforcedFileOperations());
        assertThat(sessions(file)).isEqualTo(sessions);
        assertNothingIsLeft(file);
    }

    private static void assertFits(@Nullable Throwable thrown, boolean isOld) {
        if (thrown == null) {
            assertThat(isOld).as("after success").isFalse();
        } else if (thrown instanceof WorkspaceException e) {
            assertThat(isOld).as("after %s", e).isTrue();
            assertThat(e.code()).isIn(CoreErrorCode.DISK_FULL, CoreErrorCode.NOT_WRITABLE);
        } else {
            assertThat(thrown).isInstanceOf(Crash.class);
        }
    }

    private static void assertOpens(Change change, Path file, boolean isOld, int sessions) {
        if (change == Change.RECOVER && isOld) {
            assertThat(catchThrowable(() -> sessions(file)))
                    .isInstanceOfSatisfying(
                            WorkspaceException.class,
                            e -> assertThat(e.code()).isEqualTo(CoreErrorCode.WORKSPACE_CORRUPT));
        } else {
            assertThat(sessions(file)).isEqualTo(sessions);
        }
    }

    private static void assertNothingIsLeft(Path file) throws IOException {
        Repositories.set(Repositories.unforced(file), "after", "yes");
        List<Generation> generations =
                Repositories.care(file, Repositories.MACHINE).generations();
        assertThat(generations).extracting(Generation::number).doesNotHaveDuplicates();
        assertThat(generations).allSatisfy(each -> assertThat(each.problem()).isEmpty());
        try (Stream<Path> all = Files.walk(file.resolveSibling("."))) {
            assertThat(all.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    private static int sessions(Path file) {
        return Repositories.unforced(file).read().workspace().sessions().size();
    }
}

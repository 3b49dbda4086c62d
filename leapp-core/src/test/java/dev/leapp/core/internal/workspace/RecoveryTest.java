package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.Recovered;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    private static final SessionState ACTIVE =
            new SessionState.Active(Instant.EPOCH, Optional.empty(), Optional.empty());

    @TempDir
    Path home;

    private Path file;
    private FileWorkspaceRepository repository;
    private WorkspaceFile care;

    @BeforeEach
    void setUp() {
        file = home.resolve("Leapp-lock.json");
        repository = Repositories.unforced(file);
        care = repository.file(session -> session.value().equals("one"));
        Repositories.add(repository, "one");
        Repositories.add(repository, "two");
    }

    @Test
    void generationsAreListedWithTimeReasonAndSessions() {
        List<Generation> generations = care.generations();

        assertThat(generations).extracting(Generation::number).containsExactly(2L, 1L);
        assertThat(generations).extracting(Generation::sessions).containsExactly(OptionalInt.of(2), OptionalInt.of(1));
        assertThat(generations).allSatisfy(generation -> {
            assertThat(generation.reason()).hasValue("a test");
            assertThat(generation.format()).isEqualTo("sealed");
            assertThat(generation.writtenAt()).isBefore(Instant.now().plusSeconds(60));
            assertThat(generation.path()).exists();
        });
    }

    @Test
    void damagedFileIsReplacedAndPutAside() throws IOException {
        Files.writeString(file, "damaged");

        Recovered done = care.recover(RecoverySource.generation(1));

        assertThat(done.sessions()).isEqualTo(1);
        assertThat(done.putAside())
                .hasValueSatisfying(aside -> assertThat(aside).hasContent("damaged"));
        assertThat(sessions()).containsExactly("one");
        Repositories.add(repository, "three");
        assertThat(sessions()).containsExactly("one", "three");
        assertThat(care.generations()).extracting(Generation::number).contains(1L, 2L, 3L, 4L);
    }

    @Test
    void deletedFileComesBack() throws IOException {
        Files.delete(file);
        assertTrouble(CoreErrorCode.WORKSPACE_NOT_READABLE, repository::read);

        assertThat(care.recover(RecoverySource.generation(2)).putAside()).isEmpty();

        assertThat(sessions()).containsExactly("one", "two");
    }

    @Test
    void emptyWorkspaceIsBegunWhenAskedAndTheOldFileStays() throws IOException {
        byte[] before = Files.readAllBytes(file);

        Recovered done = care.recover(RecoverySource.empty());

        assertThat(sessions()).isEmpty();
        assertThat(done.putAside())
                .hasValueSatisfying(aside -> assertThat(aside).hasBinaryContent(before));
    }

    @Test
    void otherMachinesFileOpensWithItsIdAndThenWithThisOne() throws IOException {
        WorkspaceFile elsewhere = Repositories.care(file, "new machine");
        assertTrouble(CoreErrorCode.WORKSPACE_KEY_MISMATCH, () -> elsewhere.recover(RecoverySource.currentFile()));

        Recovered done = elsewhere.recover(RecoverySource.currentFile().openedByMachine(Repositories.MACHINE));

        assertThat(done.sessions()).isEqualTo(2);
        assertThat(Repositories.onMachine(file, "new machine")
                        .read()
                        .workspace()
                        .sessions())
                .hasSize(2);
        assertThat(elsewhere.keySlots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.problem()).isEmpty());
        assertTrouble(
                CoreErrorCode.WORKSPACE_KEY_MISMATCH,
                () -> Repositories.unforced(file).read());
    }

    @Test
    void generationOfAnotherMachineOpensWithItsId() throws IOException {
        Files.writeString(file, "damaged");
        WorkspaceFile elsewhere = Repositories.care(file, "new machine");
        assertThat(elsewhere.generations()).allSatisfy(generation -> {
            assertThat(generation.problem())
                    .hasValueSatisfying(why -> assertThat(why).contains("another machine id"));
            assertThat(generation.sessions()).isEmpty();
        });

        elsewhere.recover(RecoverySource.generation(2).openedByMachine(Repositories.MACHINE));

        assertThat(Repositories.onMachine(file, "new machine")
                        .read()
                        .workspace()
                        .sessions())
                .hasSize(2);
    }

    @Test
    void passphraseOpensWhatAnotherMachineSealed() {
        care.addKeySlot(NewKeySlot.passphrase(Secret.of("correct horse")));
        WorkspaceFile elsewhere = Repositories.care(file, "new machine");

        elsewhere.recover(RecoverySource.currentFile().openedByPassphrase(Secret.of("correct horse")));

        assertThat(Repositories.onMachine(file, "new machine")
                        .read()
                        .workspace()
                        .sessions())
                .hasSize(2);
        assertThat(elsewhere.keySlots()).extracting("kind").containsExactly("machine", "passphrase");
    }

    @Test
    void onlyWhatIsStillPublishedStaysActive() throws IOException {
        Repositories.edit(
                repository,
                snapshot -> snapshot.with(new SessionId("one"), ACTIVE).with(new SessionId("two"), ACTIVE));
        Repositories.add(repository, "three");

        care.recover(RecoverySource.generation(4));

        assertThat(repository.read().states()).containsOnlyKeys(new SessionId("one"));
    }

    @Test
    void whatIsNotThereIsSaidAndNothingChanges() throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertTrouble(CoreErrorCode.NOTHING_TO_RECOVER, () -> care.recover(RecoverySource.generation(17)));
        assertTrouble(CoreErrorCode.NOTHING_TO_RECOVER, () -> care.recover(RecoverySource.desktopBackup()));
        Files.writeString(care.generations().get(1).path(), "damaged too");
        assertTrouble(CoreErrorCode.WORKSPACE_CORRUPT, () -> care.recover(RecoverySource.generation(1)));

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void fullDiskWhileRecoveringLeavesTheFileAsItWas() throws IOException {
        Files.writeString(file, "damaged");
        for (int step = 0; step < 32; step++) {
            WorkspaceFile faulty = Repositories.with(
                            file, new FaultyFileOperations(step, FaultyFileOperations.Fault.DISK_FULL))
                    .file(session -> false);
            try {
                faulty.recover(RecoverySource.generation(2));
                break;
            } catch (LeappException e) {
                assertThat(file).as("step %d", step).hasContent("damaged");
            }
        }
        care.recover(RecoverySource.generation(2));
        assertThat(sessions()).containsExactly("one", "two");
    }

    private List<String> sessions() {
        return Repositories.unforced(file).read().workspace().sessions().stream()
                .map(Session::id)
                .map(Object::toString)
                .toList();
    }

    private static void assertTrouble(CoreErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.key.WorkspacePassphrase;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedRepositoryTest {

    private static final SessionId ONE = new SessionId("one");
    private static final Changes DEFINITIONS = new Changes(true, Set.of());

    @TempDir
    Path home;

    private Path file;
    private FileWorkspaceRepository others;
    private WatchedRepository ours;

    @BeforeEach
    void open() {
        file = home.resolve("Leapp-lock.json");
        others = Repositories.unforced(file);
        Repositories.add(others, "one");
        ours = watching(Repositories.unforced(file), file);
    }

    @Test
    void whatWasThereAtTheOpeningIsNoChange() {
        assertThat(ours.look()).isEqualTo(Changes.NONE);
        assertThat(ours.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void othersDefinitionsAreToldOnce() {
        ours.look();

        Repositories.add(others, "two");

        assertThat(ours.look()).isEqualTo(DEFINITIONS);
        assertThat(ours.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void othersStatesAreToldBySession() {
        Repositories.add(others, "two");
        ours.look();

        setState(others, ONE, active(1));

        assertThat(ours.look()).isEqualTo(new Changes(false, Set.of(ONE)));
        setState(others, ONE, SessionState.inactive());
        assertThat(ours.look()).isEqualTo(new Changes(false, Set.of(ONE)));
        assertThat(ours.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void whenASessionWasLastStartedIsNoDefinition() {
        ours.look();

        Repositories.edit(
                others,
                snapshot -> snapshot.with(snapshot.workspace().toBuilder()
                        .session(snapshot.workspace().session(ONE).orElseThrow().toBuilder()
                                .lastStartedAt(Instant.EPOCH)
                                .build())
                        .build()));

        assertThat(ours.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void ownChangesAreNotTold() {
        Repositories.add(ours, "first"); // even before the first look
        assertThat(ours.look()).isEqualTo(Changes.NONE);

        setState(ours, ONE, active(1));
        Repositories.add(ours, "second");

        assertThat(ours.look()).isEqualTo(Changes.NONE);
        assertThat(ours.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void whatOthersDidRightBeforeAnOwnUpdateIsTold() {
        ours.look();

        setState(others, ONE, active(1));
        Repositories.add(ours, "two");
        Repositories.add(others, "three");
        setState(ours, ONE, SessionState.inactive());

        assertThat(ours.look()).isEqualTo(new Changes(true, Set.of(ONE)));
        assertThat(ours.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void ownUpdateThatChangesNothingTellsWhatOthersDid() {
        ours.look();
        Repositories.add(others, "two");

        Repositories.edit(ours, snapshot -> snapshot);

        assertThat(ours.look()).isEqualTo(DEFINITIONS);
    }

    @Test
    void whatChangedBetweenTheOpeningAndTheFirstLookIsTold() {
        setState(others, ONE, active(1));

        assertThat(ours.look()).isEqualTo(new Changes(true, Set.of(ONE)));
        assertThat(ours.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void whatChangedBetweenTheOpeningAndTheFirstUpdateIsTold() {
        Repositories.add(others, "two");

        Repositories.add(ours, "three");

        assertThat(ours.look()).isEqualTo(new Changes(true, Set.of(ONE, new SessionId("two"))));
    }

    @Test
    void aWorkspaceThatAppearsIsTold() {
        Path later = home.resolve("later/Leapp-lock.json");
        WatchedRepository early = watching(Repositories.unforced(later), later);
        assertThat(early.look()).isEqualTo(Changes.NONE);

        Repositories.add(Repositories.unforced(later), "two");

        assertThat(early.look()).isEqualTo(DEFINITIONS);
    }

    @Test
    void whatCanNotBeReadNowIsToldWhenItCan() throws IOException {
        ours.look();
        Repositories.add(others, "two");
        byte[] whole = Files.readAllBytes(file);

        Files.writeString(file, "damaged");
        assertThat(ours.look()).isEqualTo(Changes.NONE);
        Files.delete(file);
        assertThat(ours.look()).isEqualTo(Changes.NONE);

        Files.write(file, whole);
        assertThat(ours.look()).isEqualTo(DEFINITIONS);
    }

    @Test
    void aWriteThatLooksLikeTheOneBeforeIsFoundByTheNextLook() throws IOException {
        Path same = Files.writeString(home.resolve("same"), ""); // as within the resolution of the file system's clock
        WatchedRepository watched = watching(others, same);
        watched.look();

        Repositories.add(others, "two");

        assertThat(watched.look()).isEqualTo(DEFINITIONS);
    }

    @Test
    void aFileThatStaysIsNotReadAgain() {
        Counting counting = new Counting(others);
        WatchedRepository watched = watching(counting, file);
        for (int look = 0; look < 5; look++) {
            watched.look();
        }

        assertThat(counting.reads).isEqualTo(2);
    }

    @Test
    void aLookThatAnOwnUpdateOvertakesTellsNothingOfIt() {
        Counting slow = new Counting(Repositories.unforced(file));
        WatchedRepository watched = watching(slow, file);
        watched.look();
        Repositories.add(others, "two");
        slow.afterRead = () -> {
            slow.afterRead = () -> {};
            Repositories.add(watched, "three"); // what was read is older than this
        };

        assertThat(watched.look()).as("others' change, found by the update").isEqualTo(DEFINITIONS);
        assertThat(watched.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void aLookDuringAnOwnUpdateTellsNothingOfIt() {
        List<Changes> seen = new ArrayList<>();
        Counting within = new Counting(Repositories.unforced(file));
        WatchedRepository watched = watching(within, file);
        watched.look();
        within.afterUpdate = () -> seen.add(inAnotherThread(watched)); // written, but the update has not returned

        Repositories.add(watched, "two");

        assertThat(seen).containsExactly(Changes.NONE);
        assertThat(watched.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void anOwnUpdateThatFailsLeavesNothingToTell() {
        WatchedRepository failing =
                watching(Repositories.with(file, new FaultyFileOperations(3, Fault.DISK_FULL)), file);
        failing.look();
        Repositories.add(others, "two");

        assertThatThrownBy(() -> Repositories.add(failing, "three")).isInstanceOf(WorkspaceException.class);

        assertThat(failing.look()).isEqualTo(DEFINITIONS);
        assertThat(failing.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void anUpdateThatIsMadeAgainAfterAConflictTellsOnlyWhatOthersDid() {
        Snapshot first = others.read();
        Repositories.add(others, "two");
        Snapshot second = others.read();
        WatchedRepository conflicted = watching(new Conflicting(others, first), file);
        assertThat(conflicted.look()).isEqualTo(Changes.NONE);

        setState(conflicted, ONE, active(1));

        assertThat(conflicted.look()).as("from %s to %s", first, second).isEqualTo(DEFINITIONS);
        assertThat(conflicted.look()).isEqualTo(Changes.NONE);
    }

    @Test
    void whatCouldNotBeToldIsTriedAgain() {
        ours.look();
        List<Changes> told = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("not now")));
        try (Poller poller = new Poller(ours, changes -> {
            if (!failures.isEmpty()) {
                throw failures.remove(0);
            }
            told.add(changes);
        })) {
            Repositories.add(others, "two");
            poller.step();
            setState(others, ONE, active(1));
            poller.step();
            poller.step();
        }

        assertThat(told).containsExactly(new Changes(true, Set.of(ONE)));
    }

    private static Changes inAnotherThread(WatchedRepository watched) {
        return CompletableFuture.supplyAsync(watched::look).join();
    }

    private static SessionState active(long since) {
        return new SessionState.Active(Instant.ofEpochSecond(since), Optional.empty(), Optional.empty());
    }

    private static void setState(WorkspaceRepository repository, SessionId id, SessionState state) {
        Repositories.edit(repository, snapshot -> snapshot.with(id, state));
    }

    /** A repository in whose calls something else can happen. */
    private static final class Counting implements WorkspaceRepository {

        private final WorkspaceRepository real;
        private int reads;
        private Runnable afterRead = () -> {};
        private Runnable afterUpdate = () -> {};

        Counting(WorkspaceRepository real) {
            this.real = real;
        }

        @Override
        public Snapshot read() {
            reads++;
            Snapshot read = real.read();
            afterRead.run();
            return read;
        }

        @Override
        public <R> R update(Function<Snapshot, Update<R>> change) {
            R result = real.update(change);
            afterUpdate.run();
            return result;
        }

        @Override
        public String location() {
            return real.location();
        }
    }

    /** A repository that first applies an update to what is outdated; it is what a first look sees, too. */
    private static final class Conflicting implements WorkspaceRepository {

        private final WorkspaceRepository real;
        private @Nullable Snapshot outdated;

        Conflicting(WorkspaceRepository real, Snapshot outdated) {
            this.real = real;
            this.outdated = outdated;
        }

        @Override
        public Snapshot read() {
            return outdated == null ? real.read() : outdated;
        }

        @Override
        public <R> R update(Function<Snapshot, Update<R>> change) {
            if (outdated != null) {
                assertThat(change.apply(outdated).next()).isNotEqualTo(outdated);
                outdated = null;
            }
            return real.update(change);
        }

        @Override
        public String location() {
            return real.location();
        }
    }

    @Test
    void lookAsksNobodyForWhatOpensTheFile() {
        Path sealed = file.resolveSibling("by-passphrase").resolve("Leapp-lock.json");
        AtomicInteger asked = new AtomicInteger();
        FileWorkspaceRepository.Builder withPassphrase =
                Repositories.knowing(sealed, "correct horse", SecretStore.inMemory());
        Repositories.add(withPassphrase.build(WatchedRepositoryTest::noMachineId), "one");
        FileWorkspaceRepository asking = Repositories.builder(sealed, FileOperations.ofTheSystem())
                .passphrase(new WorkspacePassphrase(Environment.of(Map.of()), new PassphraseTyper(asked)))
                .build(WatchedRepositoryTest::noMachineId);
        WatchedRepository watched = new WatchedRepository(asking, asking::readUnasked, sealed);

        watched.look();
        assertThat(asked).hasValue(0);

        watched.read();
        watched.look();
        Repositories.add(withPassphrase.build(WatchedRepositoryTest::noMachineId), "two");
        assertThat(watched.look().definitions()).isTrue();
        assertThat(asked).hasValue(1);
    }

    private static MachineId noMachineId() {
        throw new WorkspaceException(CoreErrorCode.NO_MACHINE_ID, "This machine has no id", null);
    }

    private static WatchedRepository watching(WorkspaceRepository repository, Path in) {
        return new WatchedRepository(repository, () -> Optional.of(repository.read()), in);
    }

    /** Types the passphrase whenever it is asked for. */
    private record PassphraseTyper(AtomicInteger asked) implements UserInteraction {

        @Override
        public boolean isInteractive() {
            return true;
        }

        @Override
        public String askMfaCode(String sessionName, String device) {
            throw new IllegalStateException("no MFA here");
        }

        @Override
        public Secret askSecret(String question) {
            asked.incrementAndGet();
            return Secret.of("correct horse");
        }

        @Override
        public void inform(String message) {}

        @Override
        public void progress(String message) {}
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.Symlinks;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.internal.lock.Waiting;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The workspace in a sealed local file. Reading takes no lock and writes nothing; each update runs under the workspace's lock on the
 * newest bytes, and replaces the file as a whole. A file that can't be opened is never overwritten.
 */
public final class FileWorkspaceRepository implements WorkspaceRepository {

    private final Path file;
    private final WorkspaceStorage storage;
    private final WorkspaceTroubles troubles;
    private final Duration patience;
    private final Waiting waiting;

    private FileWorkspaceRepository(Builder builder, Supplier<MachineId> machineId) {
        this.file = builder.file;
        this.patience = builder.patience;
        this.waiting = builder.waiting;
        this.troubles = new WorkspaceTroubles(file);
        AesGcm cipher = new AesGcm(builder.random);
        SealedFormat format = new SealedFormat(new MachineSlot(machineId, cipher), cipher);
        this.storage = new WorkspaceStorage(file, format, builder.files, builder.clock);
    }

    /** Collects what a repository is made of. Not thread-safe. */
    public static final class Builder {

        private final Path file;
        private final AtomicFile files;
        private final SecureRandom random;
        private final Clock clock;
        private Duration patience = Duration.ofSeconds(30);
        private Waiting waiting = Waiting.real();

        /** Starts a repository in that file; its locks, backups and state lie beside it. */
        public Builder(Path file, AtomicFile files, SecureRandom random, Clock clock) {
            this.file = file.toAbsolutePath();
            this.files = files;
            this.random = random;
            this.clock = clock;
        }

        /** Sets how long an update waits for the lock, 30 seconds without. */
        public Builder patience(Duration time) {
            this.patience = time;
            return this;
        }

        /** Sets how the lock waits. */
        public Builder waiting(Waiting how) {
            this.waiting = how;
            return this;
        }

        /** Returns the repository, whose key hangs on the machine id. */
        public FileWorkspaceRepository build(Supplier<MachineId> machineId) {
            return new FileWorkspaceRepository(this, machineId);
        }
    }

    @Override
    public Snapshot read() {
        StoredWorkspace stored = storage.load();
        stored.key().close();
        return stored.document().snapshot();
    }

    @Override
    public <R> R update(Function<Snapshot, Update<R>> change) {
        InterProcessLock.Held held = acquire();
        try {
            return updateLocked(change);
        } finally {
            held.close();
        }
    }

    @Override
    public String location() {
        return file.toString();
    }

    private <R> R updateLocked(Function<Snapshot, Update<R>> change) {
        StoredWorkspace stored = storage.load();
        try {
            Update<R> update = change.apply(stored.document().snapshot());
            if (!update.next().equals(stored.document().snapshot())) {
                storage.save(stored, update.next(), update.reason());
            }
            return update.result();
        } finally {
            stored.key().close();
        }
    }

    private InterProcessLock.Held acquire() {
        Path lockFile = lockFile();
        try {
            return new InterProcessLock(lockFile, waiting).acquire(patience, "workspace");
        } catch (LockTimeoutException e) {
            throw troubles.busy(e);
        } catch (IOException e) {
            throw WriteTrouble.of(lockFile, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.interrupted(e);
        }
    }

    /** Beside the file that is really written, so that everybody who has a link to it takes the same lock. */
    private Path lockFile() throws WorkspaceException {
        try {
            Path target = Symlinks.follow(file);
            boolean missing = !Files.isDirectory(target.resolveSibling("."));
            if (missing && Files.isSymbolicLink(file)) {
                throw troubles.linkLeadsNowhere(target);
            }
            return target.resolveSibling("locks").resolve("workspace.lock");
        } catch (IOException e) {
            throw troubles.notReadable(e);
        }
    }
}

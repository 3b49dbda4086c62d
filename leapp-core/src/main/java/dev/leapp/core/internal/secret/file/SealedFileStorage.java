package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.UnsyncedDirectoryException;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads and replaces the file as a whole, and keeps other processes out meanwhile. */
final class SealedFileStorage {

    private static final Logger LOG = System.getLogger(SealedFileStorage.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path file;
    private final InterProcessLock lock;
    private final FileOperations operations;
    private final AtomicFile atomic;

    SealedFileStorage(Path file, Path lockFile, FileOperations operations, SecureRandom random) {
        this.file = file;
        this.lock = InterProcessLock.at(lockFile);
        this.operations = operations;
        this.atomic = new AtomicFile(operations, random);
    }

    /** Returns what is there now, empty if nothing is. */
    Optional<SealedFile> read() {
        try {
            return Optional.of(SealedFile.parse(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw FileTroubles.unreadable(file, failure);
        }
    }

    /** Replaces the file. Only called under the lock. */
    void write(SealedFile sealed) {
        try {
            atomic.write(file, sealed.toBytes());
        } catch (UnsyncedDirectoryException inPlace) {
            LOG.log(Level.WARNING, "{0} was written, but may not outlive a power failure", file);
        } catch (IOException failure) {
            throw FileTroubles.unwritable(file, failure);
        }
    }

    /** Removes the file. Only called under the lock. */
    void delete() {
        try {
            operations.delete(file);
        } catch (IOException failure) {
            throw FileTroubles.unwritable(file, failure);
        }
    }

    /** Does something while no other process, and no other thread, writes the file. */
    <T> T exclusively(Supplier<T> work) {
        InterProcessLock.Held held = acquire();
        try {
            return work.get();
        } finally {
            held.close();
        }
    }

    private InterProcessLock.Held acquire() {
        try {
            return lock.acquire(PATIENCE, "writing secrets");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw FileTroubles.interrupted(file, interrupted);
        } catch (LockTimeoutException busy) {
            throw FileTroubles.busy(file, busy);
        } catch (IOException failure) {
            throw FileTroubles.unwritable(file, failure);
        }
    }
}

package dev.leapp.provider.aws.internal.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A lock among processes. Since it stands in the user's own directory, it is deleted by who releases it; whoever gets it checks that it is still the file
 * of that name, else it was deleted meanwhile and counts for nothing.
 *
 * <p>Only one thread of a JVM may use it at a time: on Linux, closing any channel on a file frees all locks that the process has on it.
 */
final class LockFile {

    private static final Logger LOG = System.getLogger(LockFile.class.getName());

    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final Path path;
    private final FileChannel channel;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static LockFile acquire(UserFile file, Duration patience) throws IOException {
        return acquire(file, patience, () -> false);
    }

    /** An interruption is put off until the lock is there. */
    static LockFile acquireUninterrupted(UserFile file, Duration patience) throws IOException {
        AtomicBoolean interrupted = new AtomicBoolean();
        try {
            return acquire(file, patience, () -> {
                interrupted.set(Thread.interrupted());
                return true;
            });
        } finally {
            if (interrupted.get()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static LockFile acquire(UserFile file, Duration patience, BooleanSupplier onInterruption)
            throws IOException {
        Path path = file.target().resolveSibling("." + file.target().getFileName() + ".leapp.lock");
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<LockFile> lock = attempt(path);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (Thread.currentThread().isInterrupted() && !onInterruption.getAsBoolean()) {
                throw FileTrouble.cancelled(file.path());
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw FileTrouble.locked(file.path());
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    /** Takes the lock if it is free; the name must lead to the same file before and after, else the file was deleted and made again meanwhile. */
    private static Optional<LockFile> attempt(Path path) throws IOException {
        Directories.create(Directories.of(path));
        create(path);
        Optional<Object> before = key(path);
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (before.isPresent() && before.equals(key(path)) && isLocked(channel) && before.equals(key(path))) {
            return Optional.of(new LockFile(path, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static void create(Path path) throws IOException {
        try {
            Files.createFile(path, Directories.mode(path, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    /** What identifies the file of that name; where the file system has no such thing, files are never deleted, and any answer will do. */
    private static Optional<Object> key(Path path) throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return Optional.of(Objects.requireNonNullElse(key, path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Gives the lock back. What can't be deleted or closed is left to the end of the process: what the lock guarded is done and safe. */
    void release() {
        try (channel) {
            if (Directories.isPosix(path)) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "lock file not deleted", e);
        }
    }
}

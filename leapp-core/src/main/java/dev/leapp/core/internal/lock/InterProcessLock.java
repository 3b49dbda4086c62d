package dev.leapp.core.internal.lock;

import dev.leapp.core.internal.file.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A lock between processes, and between the threads of one: whoever names the same file excludes each other, whichever class
 * loader or {@code Leapp} they belong to. The system frees it when its owner dies.
 *
 * <p>The lock file is opened for nothing else and never deleted, because on POSIX systems closing any channel on it frees it. It
 * tells waiters the owner's process id. Threads of one virtual machine queue fairly; processes poll. Not reentrant: the same thread
 * asking twice is a defect and refused.
 */
public final class InterProcessLock {

    /** A lock that is held until it is closed; closing it again does nothing. Any thread may close it. */
    @FunctionalInterface
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** The only static state: two {@code Leapp}s in one virtual machine must share their locks. Keyed by real path. */
    private static final Map<Path, LockFile> LOCK_FILES = new ConcurrentHashMap<>();

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    /** A probe of another process may hold the file for an instant; one try must not mistake it for an owner. */
    private static final Duration GRACE = Duration.ofMillis(10);

    private final Path file;
    private final Waiting waiting;

    public InterProcessLock(Path file, Waiting waiting) {
        this.file = file;
        this.waiting = waiting;
    }

    /** Returns the lock of that file, with real waiting. */
    public static InterProcessLock at(Path file) {
        return new InterProcessLock(file, Waiting.real());
    }

    /**
     * Waits for the lock.
     *
     * @param timeout how long to wait at most
     * @param purpose what it is held for, in a few words, for those who wait; no secret
     * @throws LockTimeoutException if it stays taken
     * @throws InterruptedException if the thread is interrupted before it has the lock
     * @throws IllegalStateException if this thread holds it already
     * @throws IOException if the lock file can't be created or opened
     */
    public Held acquire(Duration timeout, String purpose) throws IOException, InterruptedException {
        Optional<Held> held = acquireWithin(timeout, purpose);
        if (held.isEmpty()) {
            throw new LockTimeoutException(file, timeout, lockFile(create()).owner());
        }
        return held.get();
    }

    /**
     * Takes the lock if it is free.
     *
     * @param purpose what it is held for, in a few words
     * @return the lock, empty if somebody holds it
     * @throws InterruptedException if the thread is interrupted before it has the lock
     * @throws IllegalStateException if this thread holds it already
     * @throws IOException if the lock file can't be created or opened
     */
    public Optional<Held> tryAcquire(String purpose) throws IOException, InterruptedException {
        return acquireWithin(GRACE, purpose);
    }

    /**
     * Tells whether a thread or a process, this one included, holds the lock. Creates nothing, and takes the lock from nobody.
     *
     * @throws IOException if the lock file is there and can't be opened
     */
    public boolean isHeldByAnyone() throws IOException {
        return Files.exists(file) && lockFile(file.toRealPath()).isHeld();
    }

    /**
     * Tells who holds the lock. Creates nothing, and takes the lock from nobody.
     *
     * @return the owner in words, which may not be known; empty if nobody holds it
     * @throws IOException if the lock file is there and can't be opened
     */
    public Optional<String> owner() throws IOException {
        return Files.exists(file) ? lockFile(file.toRealPath()).holder() : Optional.empty();
    }

    private Optional<Held> acquireWithin(Duration timeout, String purpose) throws IOException, InterruptedException {
        long deadline = waiting.nanoTime() + timeout.toNanos();
        LockFile lockFile = lockFile(create());
        if (!lockFile.enter(remaining(deadline))) {
            return Optional.empty();
        }
        boolean locked = false;
        try {
            locked = poll(
                    lockFile, deadline, new LockOwner(ProcessHandle.current().pid(), purpose));
        } finally {
            if (!locked) {
                lockFile.leave();
            }
        }
        return locked ? Optional.of(new HeldOnce(lockFile)) : Optional.empty();
    }

    private boolean poll(LockFile lockFile, long deadline, LockOwner owner) throws IOException, InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        while (!lockFile.tryLock(owner)) {
            Duration left = remaining(deadline);
            if (left.isZero()) {
                return false;
            }
            waiting.pause(shorter(pause, left));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
        return true;
    }

    private Duration remaining(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - waiting.nanoTime()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static LockFile lockFile(Path realPath) {
        return LOCK_FILES.computeIfAbsent(realPath, LockFile::new);
    }

    private Path create() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(directory, OwnerOnly.directory(directory));
        }
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, OwnerOnly.file(file));
            } catch (FileAlreadyExistsException e) {
                return file.toRealPath(); // another process was quicker
            }
        }
        return file.toRealPath();
    }

    private static final class HeldOnce implements Held {

        private final LockFile lockFile;
        private final AtomicBoolean closed = new AtomicBoolean();

        HeldOnce(LockFile lockFile) {
            this.lockFile = lockFile;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                lockFile.unlock();
            }
        }
    }
}

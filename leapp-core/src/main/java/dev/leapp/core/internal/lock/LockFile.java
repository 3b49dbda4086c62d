package dev.leapp.core.internal.lock;

import dev.leapp.core.internal.file.Uninterrupted;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One lock file, as this virtual machine (or rather, this class loader) sees it: a turnstile for the threads, and at most one open
 * channel.
 *
 * <p>Closing a channel frees the locks of the whole process on POSIX systems, also one that the same code in another class loader
 * holds. So a channel is closed only while this one holds the lock or nobody in the process does, and every step that opens,
 * locks, frees or closes runs under a monitor that all class loaders share: an interned string. A channel that could not get the
 * lock stays open for the next try.
 */
final class LockFile {

    private static final Logger LOG = System.getLogger(LockFile.class.getName());

    /** Far behind the text about the owner: Windows lets nobody read a locked region. */
    private static final long POSITION = 1L << 30;

    private static final String SOMEBODY = "another process";

    private final Path file;
    private final Object monitor;
    private final Semaphore turnstile = new Semaphore(1, true);
    private volatile @Nullable Thread inside;
    private @Nullable FileChannel channel;
    private @Nullable FileLock lock;
    private @Nullable LockOwner owner;

    LockFile(Path realPath) {
        this.file = realPath;
        this.monitor = ("dev.leapp.core.internal.lock " + realPath).intern();
    }

    /** Waits for the other threads; to be followed by {@link #leave} or {@link #unlock}. */
    boolean enter(Duration timeout) throws InterruptedException {
        if (Thread.currentThread().equals(inside)) {
            throw new IllegalStateException("This thread holds the lock " + file + " already");
        }
        boolean entered = turnstile.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (entered) {
            inside = Thread.currentThread();
        }
        return entered;
    }

    void leave() {
        inside = null;
        turnstile.release();
    }

    /** Takes the lock from the system if it is free; only for the thread that entered. */
    boolean tryLock(LockOwner newOwner) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        synchronized (monitor) {
            try {
                FileChannel open = open();
                lock = lock(open, false);
                return lock != null && tell(open, newOwner);
            } catch (ClosedChannelException e) {
                channel = null;
                lock = null;
                Thread.interrupted();
                throw new InterruptedException();
            }
        }
    }

    void unlock() {
        synchronized (monitor) {
            try {
                Uninterrupted.call(this::release);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "Freeing the lock {0}: {1}", file, e.toString());
            } finally {
                lock = null;
                owner = null;
                channel = null;
            }
        }
        leave();
    }

    boolean isHeld() throws IOException {
        synchronized (monitor) {
            return lock != null || Uninterrupted.call(this::isLockedElsewhere);
        }
    }

    /** Returns in words who holds the lock, empty if nobody does. */
    Optional<String> holder() throws IOException {
        synchronized (monitor) {
            LockOwner here = owner;
            if (lock != null) {
                return Optional.of(here == null ? SOMEBODY : here.toString());
            }
            Optional<LockOwner> told = Uninterrupted.call(() -> read(open()));
            return Uninterrupted.call(this::isLockedElsewhere)
                    ? Optional.of(told.map(LockOwner::toString).orElse(SOMEBODY))
                    : Optional.empty();
        }
    }

    /** Returns who holds the lock, as far as it can be told. */
    Optional<LockOwner> owner() throws IOException {
        synchronized (monitor) {
            if (owner != null) {
                return Optional.of(owner);
            }
            FileChannel open = channel;
            return open == null ? Optional.empty() : Uninterrupted.call(() -> read(open));
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = open;
        }
        return open;
    }

    private static @Nullable FileLock lock(FileChannel open, boolean shared) throws IOException {
        try {
            return open.tryLock(POSITION, 1, shared);
        } catch (OverlappingFileLockException e) {
            return null; // the same code in another class loader has it
        }
    }

    /** Writes who holds the lock; a full disk does not matter, an interruption does: it closes the channel and frees the lock. */
    private boolean tell(FileChannel open, LockOwner newOwner) throws ClosedChannelException {
        owner = newOwner;
        try {
            ByteBuffer text = ByteBuffer.wrap(newOwner.toBytes());
            open.write(text, 0);
            open.truncate(text.position());
        } catch (ClosedChannelException e) {
            owner = null;
            throw e;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The lock {0} does not name its owner: {1}", file, e.toString());
        }
        return true;
    }

    private Path release() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            try (open) {
                open.truncate(0);
            }
        }
        return file;
    }

    private boolean isLockedElsewhere() throws IOException {
        FileChannel open = open();
        FileLock probe;
        try {
            probe = open.tryLock(POSITION, 1, true);
        } catch (OverlappingFileLockException e) {
            return true;
        }
        if (inside == null) {
            channel = null;
            open.close(); // nobody in this process holds the lock but for the probe
        } else if (probe != null) {
            probe.release();
        }
        return probe == null;
    }

    private static Optional<LockOwner> read(FileChannel open) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LockOwner.MAX_BYTES);
        int length = open.read(buffer, 0);
        return length <= 0 ? Optional.empty() : LockOwner.parse(Arrays.copyOf(buffer.array(), length));
    }
}

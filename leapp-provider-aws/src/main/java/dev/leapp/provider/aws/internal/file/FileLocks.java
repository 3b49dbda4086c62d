package dev.leapp.provider.aws.internal.file;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Locks files of the user's, among the threads of this JVM and among processes, while something is done with them.
 *
 * <p>All locks are taken in one order. Within the JVM the interned path is the monitor, since Leapp may be loaded by several class loaders at once; among
 * processes it is a lock file beside the file.
 */
public final class FileLocks {

    private final Duration patience;

    public FileLocks(Duration patience) {
        this.patience = patience;
    }

    /** Runs an action while holding the locks of all those files; an interruption ends the wait for them. */
    public <R> R holding(List<UserFile> files, Supplier<R> action) {
        return holding(files, action, true);
    }

    /** Runs an action while holding the locks of all those files, for which it waits even if it is interrupted. */
    public <R> R holdingUninterrupted(List<UserFile> files, Supplier<R> action) {
        return holding(files, action, false);
    }

    private <R> R holding(List<UserFile> files, Supplier<R> action, boolean interruptible) {
        List<UserFile> ordered = files.stream()
                .sorted(Comparator.comparing(file -> file.target().toString()))
                .toList();
        return holdingFrom(0, ordered, action, interruptible);
    }

    private <R> R holdingFrom(int index, List<UserFile> files, Supplier<R> action, boolean interruptible) {
        if (index == files.size()) {
            return action.get();
        }
        UserFile file = files.get(index);
        String monitor = ("dev.leapp.lock:" + file.target()).intern();
        synchronized (monitor) {
            LockFile lock = acquire(file, interruptible);
            try {
                return holdingFrom(index + 1, files, action, interruptible);
            } finally {
                lock.release();
            }
        }
    }

    private LockFile acquire(UserFile file, boolean interruptible) {
        try {
            return interruptible ? LockFile.acquire(file, patience) : LockFile.acquireUninterrupted(file, patience);
        } catch (IOException e) {
            throw FileTrouble.writing(file.path(), e);
        }
    }
}

package dev.leapp.core.internal.issuance;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.Uninterrupted;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Held for each change of the log. A leaf: nothing is waited for under it, neither user nor network nor another lock.
 *
 * @param file the lock file
 * @param log where the log lies
 */
record LogLock(Path file, Path log) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What changes the log. */
    interface Work<R> {
        R run() throws IOException;
    }

    /** Does it even for a thread that is told to stop: Ctrl-C must not leave the half of a line. */
    <R> R holding(String purpose, Work<R> work) {
        try {
            return Uninterrupted.call(() -> locked(purpose, work));
        } catch (IOException e) {
            throw WriteTrouble.of(log, e);
        }
    }

    private <R> R locked(String purpose, Work<R> work) throws IOException {
        InterProcessLock.Held held = acquire(purpose);
        try (held) {
            return work.run();
        }
    }

    private InterProcessLock.Held acquire(String purpose) throws IOException {
        try {
            return InterProcessLock.at(file).acquire(PATIENCE, purpose);
        } catch (LockTimeoutException e) {
            throw new WorkspaceException(
                    CoreErrorCode.LOCK_TIMEOUT,
                    "The issuance log is in use: " + e.getMessage(),
                    "wait for that command to end, then try again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkspaceException(
                    CoreErrorCode.CANCELLED, "Interrupted while waiting for the issuance log", null, e);
        }
    }
}

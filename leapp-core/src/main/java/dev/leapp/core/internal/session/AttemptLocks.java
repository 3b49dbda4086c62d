package dev.leapp.core.internal.session;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One lock for each session, held while credentials are got for it: at most one attempt at a time on the whole machine, and a
 * pending state whose lock is free belongs to a dead one. Those who queued share an attempt's failure.
 */
public final class AttemptLocks {

    private static final Duration PATIENCE = Duration.ofMinutes(11);

    private final Path directory;
    private final Outcomes outcomes;
    private final boolean interactive;
    private final Clock clock;

    AttemptLocks(Path directory, Outcomes outcomes, boolean interactive, Clock clock) {
        this.directory = directory;
        this.outcomes = outcomes;
        this.interactive = interactive;
        this.clock = clock;
    }

    /** Runs an attempt, alone among all threads and processes. */
    <T> T attempt(Session session, Supplier<T> work) {
        Instant queuedAt = clock.instant();
        InterProcessLock.Held held = acquire(session);
        try {
            Optional<LeappException> shared = outcomes.failureSince(session.id(), queuedAt, interactive);
            if (shared.isPresent()) {
                throw shared.get();
            }
            return recorded(session.id(), work);
        } finally {
            held.close();
        }
    }

    /** Does something as if it were an attempt, if none is under way; never waits. Returns whether it was done. */
    boolean ifIdle(SessionId session, Runnable work) {
        if (isUnderWay(session)) {
            return false;
        }
        boolean interrupted = Thread.interrupted();
        try {
            Optional<InterProcessLock.Held> held = lock(session).tryAcquire("clean-up");
            held.ifPresent(lock -> run(lock, work));
            return held.isPresent();
        } catch (IOException e) {
            throw WriteTrouble.of(file(session), e);
        } catch (InterruptedException e) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Tells whether an attempt of any thread or process is under way; in doubt it is. */
    boolean isUnderWay(SessionId session) {
        try {
            return lock(session).isHeldByAnyone();
        } catch (IOException e) {
            return true;
        }
    }

    private static void run(InterProcessLock.Held held, Runnable work) {
        try {
            work.run();
        } finally {
            held.close();
        }
    }

    private InterProcessLock.Held acquire(Session session) {
        try {
            return lock(session.id()).acquire(PATIENCE, "session " + session.name());
        } catch (LockTimeoutException e) {
            throw new SessionException(
                    CoreErrorCode.LOCK_TIMEOUT,
                    "Session '" + session.name() + "' is being started elsewhere: " + e.getMessage(),
                    "answer or end that other command",
                    e);
        } catch (IOException e) {
            throw WriteTrouble.of(file(session.id()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException(CoreErrorCode.CANCELLED, "Session '" + session.name() + "': cancelled", null, e);
        }
    }

    private <T> T recorded(SessionId session, Supplier<T> work) {
        try {
            T result = work.get();
            outcomes.succeeded(session);
            return result;
        } catch (LeappException e) {
            outcomes.failed(session, clock.instant(), interactive, e);
            throw e;
        }
    }

    private InterProcessLock lock(SessionId session) {
        return InterProcessLock.at(file(session));
    }

    private Path file(SessionId session) {
        return directory.resolve("session-" + session.value() + ".lock");
    }
}

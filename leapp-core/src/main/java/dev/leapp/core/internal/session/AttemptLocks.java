package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.internal.attempt.Attempts;
import dev.leapp.core.internal.attempt.Outcome;
import dev.leapp.core.internal.cache.CachedFor;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.nio.file.Path;
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
    private final Attempts attempts;
    private final BackOff backOff;
    private final Healing healing;

    AttemptLocks(Path directory, Attempts attempts, BackOff backOff, Healing healing) {
        this.directory = directory;
        this.attempts = attempts;
        this.backOff = backOff;
        this.healing = healing;
    }

    /** Runs an attempt that somebody insists on, alone among all threads and processes. */
    <T> T attempt(Session session, CredentialRequest request, Supplier<T> work) {
        Instant queuedAt = attempts.clock().instant();
        InterProcessLock.Held held = acquire(session);
        try (held) {
            Attempts.failIf(sharedOutcome(session.id(), request).filter(last -> last.endedSince(queuedAt)));
            return recorded(session, request, work);
        }
    }

    /** Runs an attempt, unless the last one failed a moment ago: then this one fails likewise, and nobody is bothered. */
    <T> T attemptUnlessBackingOff(Session session, CredentialRequest request, Supplier<T> work) {
        Instant queuedAt = attempts.clock().instant();
        Attempts.failIf(
                sharedOutcome(session.id(), request).filter(last -> isOn(session.id(), last, Optional.empty())));
        InterProcessLock.Held held = acquire(session);
        try (held) {
            Attempts.failIf(sharedOutcome(session.id(), request)
                    .filter(last -> last.endedSince(queuedAt) || isOn(session.id(), last, Optional.empty())));
            return recorded(session, request, work);
        }
    }

    /**
     * Runs an attempt that nobody waits for; does nothing if another is under way, or the last one failed a moment ago.
     *
     * @param valid until when there is something to serve meanwhile
     */
    <T> Optional<T> tryAttempt(Session session, CredentialRequest request, Optional<Instant> valid, Supplier<T> work) {
        if (isBackingOff(session.id(), request, valid)) {
            return Optional.empty();
        }
        Optional<InterProcessLock.Held> lock = tryAcquire(session.id(), "session " + session.name());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        InterProcessLock.Held held = lock.get();
        try (held) {
            return isBackingOff(session.id(), request, valid)
                    ? Optional.empty()
                    : Optional.of(recorded(session, request, work));
        }
    }

    /** Does something as if it were an attempt, if none is under way; never waits. Returns whether it was done. */
    boolean ifIdle(SessionId session, Runnable work) {
        if (isUnderWay(session)) {
            return false;
        }
        boolean interrupted = Thread.interrupted();
        try {
            Optional<InterProcessLock.Held> held = tryAcquire(session, "clean-up");
            held.ifPresent(lock -> run(lock, work));
            return held.isPresent();
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

    /** Forgets that a session's last attempt failed. */
    void forgetFailure(SessionId session) {
        attempts.outcomes().forget(session.value());
    }

    private boolean isBackingOff(SessionId session, CredentialRequest request, Optional<Instant> valid) {
        return outcome(session, request)
                .filter(last -> isOn(session, last, valid))
                .isPresent();
    }

    private boolean isOn(SessionId session, Outcome last, Optional<Instant> valid) {
        return backOff.isOn(session, last, valid, attempts.clock().instant());
    }

    private Optional<Outcome> sharedOutcome(SessionId session, CredentialRequest request) {
        return outcome(session, request).filter(Outcome::isShared);
    }

    private Optional<Outcome> outcome(SessionId session, CredentialRequest request) {
        return attempts.last(session.value(), CachedFor.requestDigest(request))
                .filter(last -> !healing.isHealed(session, last));
    }

    private <T> T recorded(Session session, CredentialRequest request, Supplier<T> work) {
        return attempts.recorded(session.id().value(), CachedFor.requestDigest(request), work);
    }

    private static void run(InterProcessLock.Held held, Runnable work) {
        try (held) {
            work.run();
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

    private Optional<InterProcessLock.Held> tryAcquire(SessionId session, String purpose) {
        try {
            return lock(session).tryAcquire(purpose);
        } catch (IOException e) {
            throw WriteTrouble.of(file(session), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private InterProcessLock lock(SessionId session) {
        return InterProcessLock.at(file(session));
    }

    private Path file(SessionId session) {
        return directory.resolve("session-" + session.value() + ".lock");
    }
}

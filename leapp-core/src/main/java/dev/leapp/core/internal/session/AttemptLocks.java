package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.internal.cache.CachedFor;
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
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One lock for each session, held while credentials are got for it: at most one attempt at a time on the whole machine, and a
 * pending state whose lock is free belongs to a dead one. Those who queued share an attempt's failure.
 */
public final class AttemptLocks {

    private static final Duration PATIENCE = Duration.ofMinutes(11);

    private final Path directory;
    private final Outcomes outcomes;
    private final BackOff backOff;
    private final BooleanSupplier interactive;
    private final Clock clock;

    AttemptLocks(Path directory, Outcomes outcomes, BackOff backOff, BooleanSupplier interactive, Clock clock) {
        this.directory = directory;
        this.outcomes = outcomes;
        this.backOff = backOff;
        this.interactive = interactive;
        this.clock = clock;
    }

    /** Runs an attempt that somebody insists on, alone among all threads and processes. */
    <T> T attempt(Session session, CredentialRequest request, Supplier<T> work) {
        Instant queuedAt = clock.instant();
        InterProcessLock.Held held = acquire(session);
        try (held) {
            failIf(sharedOutcome(session.id(), request).filter(last -> endedSince(last, queuedAt)));
            return recorded(session.id(), request, work);
        }
    }

    /** Runs an attempt, unless the last one failed a moment ago: then this one fails likewise, and nobody is bothered. */
    <T> T attemptUnlessBackingOff(Session session, CredentialRequest request, Supplier<T> work) {
        Instant queuedAt = clock.instant();
        failIf(sharedOutcome(session.id(), request).filter(last -> isOn(session.id(), last, Optional.empty())));
        InterProcessLock.Held held = acquire(session);
        try (held) {
            failIf(sharedOutcome(session.id(), request)
                    .filter(last -> endedSince(last, queuedAt) || isOn(session.id(), last, Optional.empty())));
            return recorded(session.id(), request, work);
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
                    : Optional.of(recorded(session.id(), request, work));
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
        outcomes.forget(session);
    }

    private boolean isBackingOff(SessionId session, CredentialRequest request, Optional<Instant> valid) {
        return outcome(session, request)
                .filter(last -> isOn(session, last, valid))
                .isPresent();
    }

    private boolean isOn(SessionId session, Outcome last, Optional<Instant> valid) {
        return backOff.isOn(session, last, valid, clock.instant());
    }

    private Optional<Outcome> sharedOutcome(SessionId session, CredentialRequest request) {
        return outcome(session, request).filter(Outcome::isShared);
    }

    private Optional<Outcome> outcome(SessionId session, CredentialRequest request) {
        return outcomes.of(session)
                .filter(last -> last.concerns(interactive.getAsBoolean(), CachedFor.requestDigest(request)));
    }

    private static boolean endedSince(Outcome last, Instant moment) {
        return !last.endedAt().isBefore(moment);
    }

    private static void failIf(Optional<Outcome> failed) {
        if (failed.isPresent()) {
            throw failed.get().again();
        }
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

    private <T> T recorded(SessionId session, CredentialRequest request, Supplier<T> work) {
        try {
            T result = work.get();
            outcomes.forget(session);
            return result;
        } catch (LeappException e) {
            record(session, request, e);
            throw e;
        }
    }

    /** Whoever is told to end while he waits for the cloud says nothing about the next one's chances. */
    private void record(SessionId session, CredentialRequest request, LeappException failure) {
        boolean ended = failure.code() == CoreErrorCode.CANCELLED
                && Thread.currentThread().isInterrupted();
        if (ended || !Outcome.isOfIssuing(failure.code().trouble())) {
            return;
        }
        int before = outcomes.of(session).map(Outcome::failures).orElse(0);
        outcomes.failed(
                session,
                Outcome.of(
                        clock.instant(),
                        before + 1,
                        interactive.getAsBoolean(),
                        CachedFor.requestDigest(request),
                        failure));
    }

    private InterProcessLock lock(SessionId session) {
        return InterProcessLock.at(file(session));
    }

    private Path file(SessionId session) {
        return directory.resolve("session-" + session.value() + ".lock");
    }
}

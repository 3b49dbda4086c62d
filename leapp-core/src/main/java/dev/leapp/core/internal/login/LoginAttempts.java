package dev.leapp.core.internal.login;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.attempt.Attempts;
import dev.leapp.core.internal.attempt.Outcome;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One lock for each integration, held while somebody logs in there or a login is renewed: one attempt at a time on the whole machine.
 * Those who queued share its failure; what it got they find.
 */
record LoginAttempts(LoginFiles names, Attempts attempts) {

    /** Longer than a login may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(11);

    /** After a renewal failed, what is still valid is served for so long before the next one is tried. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** Somebody insists on a login. */
    static final String LOGIN = "login";

    /** A token is needed, wherever from. */
    static final String TOKEN = "token";

    /**
     * Waits for the lock, and runs an attempt, unless one that ended meanwhile failed in a way that would befall this one too.
     *
     * @param kind what is attempted: other failures than those of a person are shared among attempts of a kind
     */
    <T> T attempt(Integration integration, String kind, Supplier<T> work) {
        String name = LoginFiles.attempt(integration.id());
        Optional<Outcome> before = attempts.outcomes().of(name);
        InterProcessLock.Held held = acquire(integration);
        try (held) {
            attempts.shareFailure(name, kind, before);
            return attempts.recorded(name, kind, work);
        }
    }

    /** Runs an attempt that nobody waits for; does nothing if another is under way, or the last one failed a moment ago. */
    <T> Optional<T> tryAttempt(Integration integration, Supplier<T> work) {
        String name = LoginFiles.attempt(integration.id());
        Optional<InterProcessLock.Held> lock = isResting(name) ? Optional.empty() : tryAcquire(integration);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        InterProcessLock.Held held = lock.get();
        try (held) {
            return isResting(name) ? Optional.empty() : Optional.of(attempts.recorded(name, TOKEN, work));
        }
    }

    /** Waits for the lock, and does something that is no attempt, such as a logout. */
    <T> T alone(Integration integration, Supplier<T> work) {
        InterProcessLock.Held held = acquire(integration);
        try (held) {
            attempts.outcomes().forget(LoginFiles.attempt(integration.id()));
            return work.get();
        }
    }

    private boolean isResting(String name) {
        Instant now = attempts.clock().instant();
        return attempts.outcomes()
                .of(name)
                .filter(last -> !now.isBefore(last.endedAt()))
                .filter(last -> now.isBefore(last.endedAt().plus(REST)))
                .isPresent();
    }

    private InterProcessLock.Held acquire(Integration integration) {
        try {
            return lock(integration).acquire(PATIENCE, purpose(integration));
        } catch (LockTimeoutException e) {
            throw new CredentialException(
                    CoreErrorCode.LOCK_TIMEOUT,
                    "Somebody else has been logging in to integration '" + integration.alias() + "' for too long: "
                            + e.getMessage(),
                    "answer or end that other command",
                    e);
        } catch (IOException e) {
            throw WriteTrouble.of(names.lock(integration.id()), e);
        } catch (InterruptedException e) {
            throw cancelled(integration, e);
        }
    }

    private Optional<InterProcessLock.Held> tryAcquire(Integration integration) {
        try {
            return lock(integration).tryAcquire(purpose(integration));
        } catch (IOException e) {
            throw WriteTrouble.of(names.lock(integration.id()), e);
        } catch (InterruptedException e) {
            throw cancelled(integration, e);
        }
    }

    private static CredentialException cancelled(Integration integration, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CredentialException(
                CoreErrorCode.CANCELLED, "The login to integration '" + integration.alias() + "': cancelled", null, e);
    }

    private InterProcessLock lock(Integration integration) {
        return InterProcessLock.at(names.lock(integration.id()));
    }

    private static String purpose(Integration integration) {
        return "login to " + integration.alias();
    }
}

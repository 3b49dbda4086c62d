package dev.leapp.core.internal.attempt;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Records how attempts fail, for those who hold the lock of what is attempted, and those who queued for it.
 *
 * @param interactive tells whether somebody can be asked here
 */
public record Attempts(Outcomes outcomes, BooleanSupplier interactive, Clock clock) {

    /** Runs an attempt, and keeps how it failed; for the holder of the lock. */
    public <T> T recorded(String name, String request, Supplier<T> work) {
        try {
            T result = work.get();
            outcomes.forget(name);
            return result;
        } catch (LeappException e) {
            record(name, request, e);
            throw e;
        }
    }

    /** Returns how the last attempt failed, if that says anything to who can ask whom this one can. */
    public Optional<Outcome> last(String name, String request) {
        return outcomes.of(name).filter(last -> last.concerns(interactive.getAsBoolean(), request));
    }

    /**
     * Fails who queued while an attempt failed in a way that would befall this caller too.
     *
     * @param before how the last attempt failed when the caller queued
     */
    public void shareFailure(String name, String request, Optional<Outcome> before) {
        failIf(last(name, request)
                .filter(Outcome::isShared)
                .filter(last -> before.filter(last::isSameAs).isEmpty()));
    }

    /** Fails as an earlier attempt did. */
    public static void failIf(Optional<Outcome> failed) {
        if (failed.isPresent()) {
            throw failed.get().again();
        }
    }

    /** Whoever is told to end while he waits for the cloud says nothing about the next one's chances. */
    private void record(String name, String request, LeappException failure) {
        boolean ended = failure.code() == CoreErrorCode.CANCELLED
                && Thread.currentThread().isInterrupted();
        if (ended || !Outcome.isOfIssuing(failure.code().trouble())) {
            return;
        }
        int before = outcomes.of(name).map(Outcome::failures).orElse(0);
        outcomes.failed(name, Outcome.of(clock.instant(), before + 1, interactive.getAsBoolean(), request, failure));
    }
}

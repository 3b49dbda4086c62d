package dev.leapp.core.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps calls to an upstream service below its limit, among all threads and processes of a user on this machine. It slows down when the
 * service says that it is called too often, and gets faster again while it is not. Thread-safe.
 *
 * @since 0.1
 */
public interface Pace {

    /**
     * Waits for the caller's turn. To be called before each call, also before those that are repeated.
     *
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.Trouble#CANCELLED} if the thread is interrupted
     */
    void awaitTurn();

    /**
     * The same, but fails at once if the turn would come too late; then no turn is lost.
     *
     * @implSpec Waits as long as it takes.
     * @param deadline when the caller has no time left for the call
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.CoreErrorCode#THROTTLED} if the turn would come after
     *     the deadline, or as {@link #awaitTurn()}
     */
    default void awaitTurn(Instant deadline) {
        awaitTurn();
    }

    /**
     * Says that the service answered "too many requests". Everybody waits, a minute at most, and is slower afterwards.
     *
     * @param retryAfter what the answer's {@code Retry-After} says, if it has one
     */
    void throttled(Optional<Duration> retryAfter);

    /** Says that the service took the call. */
    void answered();

    /**
     * Returns how fast calls may be made now, for telling how long something takes.
     *
     * @return calls in a second; infinite if there is no limit
     */
    double perSecond();

    /**
     * Returns a pace that never waits.
     *
     * @return a pace without state
     */
    static Pace unlimited() {
        return new Pace() {
            @Override
            public void awaitTurn() {}

            @Override
            public void throttled(Optional<Duration> retryAfter) {}

            @Override
            public void answered() {}

            @Override
            public double perSecond() {
                return Double.POSITIVE_INFINITY;
            }
        };
    }
}

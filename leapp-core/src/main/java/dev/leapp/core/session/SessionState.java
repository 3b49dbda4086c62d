package dev.leapp.core.session;

import java.time.Instant;
import java.util.Optional;

/**
 * What is stored of a session's state. What follows from it and the time ({@link SessionStatus}) is derived, never stored.
 *
 * @since 0.1
 */
public sealed interface SessionState {

    /** Nothing is made available. */
    record Inactive() implements SessionState {}

    /**
     * An attempt to start is under way, or was interrupted if its process is gone.
     *
     * @param attempt the attempt that may make it active
     * @param since when the attempt began
     */
    record Pending(AttemptId attempt, Instant since) implements SessionState {}

    /**
     * Temporary credentials are available to the user.
     *
     * @param startedAt when the session was started
     * @param expiresAt when the credentials that were handed over expire; empty means not known or not said
     * @param lastFailure why the last rotation failed, if it did
     */
    record Active(Instant startedAt, Optional<Instant> expiresAt, Optional<Failure> lastFailure)
            implements SessionState {}

    /**
     * Returns the state of a session that nothing is known of.
     *
     * @return inactive
     */
    static SessionState inactive() {
        return new Inactive();
    }

    /**
     * Tells whether temporary credentials are available.
     *
     * @return whether this is {@link Active}
     */
    default boolean isActive() {
        return this instanceof Active;
    }

    /**
     * Tells whether this is the given attempt, still under way.
     *
     * @param attempt the attempt
     * @return whether it is pending under that id
     */
    default boolean isPending(AttemptId attempt) {
        return this instanceof Pending pending && pending.attempt().equals(attempt);
    }
}

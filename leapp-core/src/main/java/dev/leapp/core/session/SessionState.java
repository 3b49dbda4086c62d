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
     * @param leasedUntil when the session ends by itself; empty if it lasts until it is stopped
     */
    record Active(
            Instant startedAt,
            Optional<Instant> expiresAt,
            Optional<Failure> lastFailure,
            Optional<Instant> leasedUntil)
            implements SessionState {

        /**
         * Makes the state of a session that lasts until it is stopped.
         *
         * @param startedAt when the session was started
         * @param expiresAt when the credentials that were handed over expire; empty means not known or not said
         * @param lastFailure why the last rotation failed, if it did
         */
        public Active(Instant startedAt, Optional<Instant> expiresAt, Optional<Failure> lastFailure) {
            this(startedAt, expiresAt, lastFailure, Optional.empty());
        }

        /**
         * Returns this state with another end.
         *
         * @param end when the session ends by itself; empty if it lasts until it is stopped
         * @return a new state
         */
        public Active leasedUntil(Optional<Instant> end) {
            return new Active(startedAt, expiresAt, lastFailure, end);
        }

        /**
         * Returns this state after another rotation, or another try.
         *
         * @param expiry when what is handed over now expires
         * @param failure why the rotation failed, if it did
         * @return a new state with the same lease
         */
        public Active renewed(Optional<Instant> expiry, Optional<Failure> failure) {
            return new Active(startedAt, expiry, failure, leasedUntil);
        }

        /**
         * Tells whether the session has ended by itself, though nobody may have taken back yet what it made available.
         *
         * @param now the present
         * @return whether there is a lease, and it is over
         */
        public boolean isLeaseOver(Instant now) {
            return leasedUntil.filter(end -> !now.isBefore(end)).isPresent();
        }
    }

    /**
     * The session's lease is over, and what it made available was taken back. No credentials are issued for it until it is started
     * again, or stopped.
     *
     * @param endedAt when the lease ended
     */
    record LeaseOver(Instant endedAt) implements SessionState {}

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
     * Tells whether nothing is made available, nor about to be.
     *
     * @return whether this is {@link Inactive} or {@link LeaseOver}
     */
    default boolean isAtRest() {
        return this instanceof Inactive || this instanceof LeaseOver;
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

package dev.leapp.core.session;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a start may do to what is in its way, and for how long it is. Immutable; the default does nothing to anybody, and lasts until
 * the session is stopped.
 *
 * @since 0.1
 */
public final class StartOptions {

    /** The shortest lease. */
    public static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);

    /** The longest lease. */
    public static final Duration LONGEST_LEASE = Duration.ofHours(36);

    private static final StartOptions NONE = new StartOptions(false, false, null, null);

    private final boolean takeover;
    private final boolean replace;
    private final @Nullable Duration lease;
    private final @Nullable Instant leaseEnd;

    private StartOptions(boolean takeover, boolean replace, @Nullable Duration lease, @Nullable Instant leaseEnd) {
        this.takeover = takeover;
        this.replace = replace;
        this.lease = lease;
        this.leaseEnd = leaseEnd;
    }

    /**
     * Returns options that are in nobody's way.
     *
     * @return the default
     */
    public static StartOptions none() {
        return NONE;
    }

    /**
     * Allows taking over a section of the user's files that Leapp didn't write. What stood there is kept in the secret store and
     * given back on stop.
     *
     * @return options that allow it too
     */
    public StartOptions withTakeover() {
        return new StartOptions(true, replace, lease, leaseEnd);
    }

    /**
     * Allows stopping another session that is active on the same named profile.
     *
     * @return options that allow it too
     */
    public StartOptions withReplace() {
        return new StartOptions(takeover, true, lease, leaseEnd);
    }

    /**
     * Ends the session by itself: from then on no credentials are issued or rotated, and what was made available is taken back. Nothing
     * renews a lease but another start. Credentials that the cloud has issued stay valid there until they expire.
     *
     * @param duration how long it lasts, at least {@link #SHORTEST_LEASE} and at most {@link #LONGEST_LEASE}
     * @return options with that lease
     * @throws SessionException if it is shorter or longer
     */
    public StartOptions withLease(Duration duration) {
        if (duration.compareTo(SHORTEST_LEASE) < 0 || duration.compareTo(LONGEST_LEASE) > 0) {
            throw new SessionException(
                    CoreErrorCode.INVALID_VALUE,
                    "A session can be started for 1 minute at least and 36 hours at most",
                    "name a time such as 15m or 8h; what shall last longer is started without, and stopped when it is done");
        }
        return new StartOptions(takeover, replace, duration, null);
    }

    /**
     * Ends the session by itself at a moment, such as when one that was leased is started again.
     *
     * @param end the moment
     * @return options with that lease
     */
    public StartOptions withLeaseUntil(Instant end) {
        return new StartOptions(takeover, replace, null, end);
    }

    /**
     * Tells whether a foreign section may be taken over.
     *
     * @return whether it may
     */
    public boolean takeover() {
        return takeover;
    }

    /**
     * Tells whether another session on the same named profile may be stopped.
     *
     * @return whether it may
     */
    public boolean replace() {
        return replace;
    }

    /**
     * Returns when a session that is started now ends by itself.
     *
     * @param now the present
     * @return the end of its lease; empty if it lasts until it is stopped
     */
    public Optional<Instant> leasedUntil(Instant now) {
        return lease != null ? Optional.of(now.plus(lease)) : Optional.ofNullable(leaseEnd);
    }
}

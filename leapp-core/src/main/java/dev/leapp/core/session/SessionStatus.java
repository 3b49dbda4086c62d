package dev.leapp.core.session;

import java.util.Locale;

/**
 * What a session's state means now.
 *
 * @since 0.1
 */
public enum SessionStatus {
    /** Nothing is made available. */
    INACTIVE,
    /** The last attempt to start died on the way; the next start, stop or rotate clears up after it. */
    INTERRUPTED,
    /** An attempt to start is under way. */
    PENDING,
    /** Temporary credentials are available. */
    ACTIVE,
    /** What was handed over has expired, and it can't refresh itself. */
    EXPIRED,
    /** The lease is over: no credentials are issued, and what was handed over is taken back by the next command, if it wasn't yet. */
    LEASE_OVER;

    /** Returns the name in lower case, as users see it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

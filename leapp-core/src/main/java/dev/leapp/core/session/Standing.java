package dev.leapp.core.session;

import java.util.Locale;

/**
 * What really stands in the cloud's own files of what an active session made available. It is looked at, never stored.
 *
 * @since 0.1
 */
public enum Standing {
    /** All that was published is there as it was published. */
    INTACT,
    /** Somebody else edited or replaced what was published, or put something in its place. */
    CHANGED,
    /** Nothing usable of what was published is there any more, and nothing else stands in its place. */
    MISSING,
    /**
     * Leapp has no receipt of having published anything: the session was started by another program, such as the Leapp desktop app,
     * or the receipt is lost. What may lie in the cloud's files is not Leapp's.
     */
    UNRECORDED,
    /** The provider chain can't tell, looking failed, or somebody was changing it at that moment. */
    UNKNOWN;

    /**
     * Tells whether what was made available is known not to be there as it should be; starting the session publishes it again.
     *
     * @return whether it is {@link #CHANGED}, {@link #MISSING} or {@link #UNRECORDED}
     */
    public boolean isBroken() {
        return this == CHANGED || this == MISSING || this == UNRECORDED;
    }

    /** Returns the name in lower case, as users see it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

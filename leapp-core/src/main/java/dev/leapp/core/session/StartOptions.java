package dev.leapp.core.session;

/**
 * What a start may do to what is in its way. Immutable; the default does nothing to anybody.
 *
 * @since 0.1
 */
public final class StartOptions {

    private static final StartOptions NONE = new StartOptions(false, false);

    private final boolean takeover;
    private final boolean replace;

    private StartOptions(boolean takeover, boolean replace) {
        this.takeover = takeover;
        this.replace = replace;
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
        return new StartOptions(true, replace);
    }

    /**
     * Allows stopping another session that is active on the same named profile.
     *
     * @return options that allow it too
     */
    public StartOptions withReplace() {
        return new StartOptions(takeover, true);
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
}

package dev.leapp.core.port;

import dev.leapp.core.session.SessionView;

/**
 * Is told what happened, after it was committed and outside all locks: what this {@code Leapp} did on the thread that did it, what
 * others did (other {@code Leapp}s, other processes) soon after on a daemon thread of Leapp's own, one telling after the other there.
 * It may call Leapp, and close it. What it throws is logged and ignored.
 *
 * <p>Nothing is told twice, and of a session the last telling is how it stands; what others did in between two looks is told
 * together.
 *
 * @since 0.1
 */
public interface LeappListener {

    /**
     * A session's state changed.
     *
     * @param session the session as it stands now
     */
    default void sessionChanged(SessionView session) {}

    /** The definitions in the workspace changed. */
    default void workspaceChanged() {}
}

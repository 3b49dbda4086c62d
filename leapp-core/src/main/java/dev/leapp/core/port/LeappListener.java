package dev.leapp.core.port;

import dev.leapp.core.session.SessionView;

/**
 * Is told what happened, after it was committed and outside all locks, on the thread that did it. What it throws is logged and
 * ignored.
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

package dev.leapp.core.session;

import dev.leapp.core.error.LeappException;

/**
 * Is told what a {@link RotationScheduler} does, on the thread that did it, outside all locks; tellings may come from several threads
 * at once. What it throws is logged and ignored.
 *
 * @since 0.1
 */
public interface RotationListener {

    /**
     * A session was rotated by this scheduler.
     *
     * @param session the session as it stands now
     */
    default void rotated(SessionView session) {}

    /**
     * A session could not be rotated, or not be ended though its lease is over. What it made available stays until it expires; it is
     * tried again later.
     *
     * @param session the session as it stands now
     * @param failure why
     */
    default void failed(SessionView session, LeappException failure) {}

    /**
     * A session is not active any more: somebody stopped or deleted it.
     *
     * @param session the session as it was defined
     */
    default void ended(Session session) {}

    /**
     * The lease of a session is over, and what it made available was taken back by this scheduler.
     *
     * @param session the session as it stands now
     */
    default void leaseOver(SessionView session) {}

    /**
     * The workspace can't be read; told once until it can be again.
     *
     * @param failure why
     */
    default void unreadable(LeappException failure) {}
}

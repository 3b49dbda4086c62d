package dev.leapp.core.handover;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * Is told what an endpoint does. Called on the endpoint's own threads, several at once, while a client waits: it must be thread-safe
 * and return soon. What it throws is logged and changes nothing. Each method does nothing unless it is overridden.
 *
 * @since 0.1
 */
public interface ServerListener {

    /**
     * A client got credentials.
     *
     * @param session whose
     * @param expiresAt when they expire, empty if that isn't known
     */
    default void answered(Session session, Optional<Instant> expiresAt) {}

    /**
     * A request was not in order. Not told of all if there are many at once.
     *
     * @param session whose endpoint was asked, empty if none was
     * @param reason what was wrong with it, for people; nothing of what was presented
     */
    default void refused(Optional<Session> session, String reason) {}

    /**
     * A request was in order, but there are no credentials to answer it with.
     *
     * @param session whose
     * @param failure why
     */
    default void failed(Session session, LeappException failure) {}

    /**
     * The session was stopped or deleted; its endpoint gives out nothing unless it is started again. Told once for each stop that is
     * noticed.
     *
     * @param session which session
     */
    default void ended(Session session) {}
}

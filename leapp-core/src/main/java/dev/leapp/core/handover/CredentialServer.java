package dev.leapp.core.handover;

import java.util.List;

/**
 * A running endpoint on this machine that gives programs the credentials of sessions. Thread-safe.
 *
 * @since 0.1
 */
public interface CredentialServer extends AutoCloseable {

    /**
     * Returns what is served.
     *
     * @return one for each session, in the order of the options
     */
    List<ServedSession> sessions();

    /** Answers no more requests. Idempotent. */
    @Override
    void close();
}

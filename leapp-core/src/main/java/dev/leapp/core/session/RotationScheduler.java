package dev.leapp.core.session;

import java.util.concurrent.ScheduledExecutorService;

/**
 * Keeps active sessions fresh: rotates each before what it made available expires. When, differs a little from session to session and
 * from process to process, so that not all ask their cloud in the same second. Several schedulers on one workspace, in any number of
 * processes, rotate each session once; after a failure they wait ever longer, up to five minutes. Sessions whose expiry is not known
 * are left alone.
 *
 * <p>Thread-safe. Has no thread of its own. To be closed before its {@code Leapp}.
 *
 * @since 0.1
 */
public interface RotationScheduler extends AutoCloseable {

    /**
     * Begins to look for sessions to rotate, every ten seconds, on the given threads; rotates up to four at once. Looks also when a
     * lease ends, and ends the session. Looking reads the workspace; rotating may block on the network and on the user.
     *
     * @param executor the threads, which the caller ends after closing this
     * @throws IllegalStateException if it was started before, or is closed
     */
    void start(ScheduledExecutorService executor);

    /**
     * Looks once, ends the sessions whose lease is over, and rotates all sessions that are due, one after the other on the calling thread. A session that can't be rotated is
     * told to the listener, and the others still are.
     *
     * @throws dev.leapp.core.error.WorkspaceException if the workspace can't be read
     */
    void rotateDue();

    /** Ends looking. What is being rotated is rotated to its end; does not wait for it. Idempotent. */
    @Override
    void close();
}

package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Replaces credentials while they are still valid: one caller of all threads and processes does, or a thread of the given executor;
 * everybody else is served at once with what is there.
 */
final class RefreshAhead implements AutoCloseable {

    private static final Logger LOG = System.getLogger(RefreshAhead.class.getName());

    private final AttemptLocks locks;
    private final Freshness freshness;
    private final Runnable tell;
    private final Optional<Executor> executor;
    private final Set<Refresh> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private record Refresh(SessionId session, Map<String, String> parameters) {}

    /**
     * Refreshes nothing yet.
     *
     * @param tell tells listeners of what changed on a thread of the executor, when no lock is held any more
     * @param executor runs refreshes; without one the caller does
     */
    RefreshAhead(AttemptLocks locks, Freshness freshness, Runnable tell, Optional<Executor> executor) {
        this.locks = locks;
        this.freshness = freshness;
        this.tell = tell;
        this.executor = executor;
    }

    /** Returns new credentials if they could be had without waiting for anybody else, else the given ones. */
    Credentials refresh(Session session, CredentialRequest request, Credentials valid, Supplier<Credentials> refresh) {
        return executor.filter(threads -> isHandedOver(threads, session, request, valid, refresh))
                .map(threads -> valid)
                .orElseGet(() -> refreshedHere(session, request, valid, refresh));
    }

    private Credentials refreshedHere(
            Session session, CredentialRequest request, Credentials valid, Supplier<Credentials> refresh) {
        try {
            return locks.tryAttempt(session, request, valid.expiresAt(), refresh)
                    .orElse(valid);
        } catch (LeappException e) {
            if (freshness.isUsable(valid, request)) {
                LOG.log(Level.DEBUG, "Session {0} is not refreshed: {1}", session.id(), e.getMessage());
                return valid;
            }
            throw e;
        }
    }

    /** Tells whether a thread of the executor does it; one that takes nothing any more does not. */
    private boolean isHandedOver(
            Executor threads,
            Session session,
            CredentialRequest request,
            Credentials valid,
            Supplier<Credentials> refresh) {
        Refresh wanted = new Refresh(session.id(), request.parameters());
        if (!underWay.add(wanted)) {
            return true;
        }
        try {
            threads.execute(() -> {
                try {
                    inBackground(session, request, valid, refresh);
                } finally {
                    underWay.remove(wanted);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            underWay.remove(wanted);
            return false;
        }
    }

    private void inBackground(
            Session session, CredentialRequest request, Credentials valid, Supplier<Credentials> refresh) {
        if (closed) {
            return;
        }
        try {
            locks.tryAttempt(session, request, valid.expiresAt(), refresh);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.DEBUG, "Session {0} is not refreshed: {1}", session.id(), e.toString());
        } finally {
            tell.run();
        }
    }

    /** What has not begun is not done any more. */
    @Override
    public void close() {
        closed = true;
    }
}

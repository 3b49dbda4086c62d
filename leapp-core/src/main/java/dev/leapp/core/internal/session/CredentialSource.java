package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.internal.cache.CachedFor;
import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.CredentialMemory;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.file.FileIdentity;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where a session's credentials come from: memory and the cache while they are fresh, then what a prompt once got, then the access
 * method. Only the holder of the session's attempt lock issues, so that any number of simultaneous callers cause one call. What is still
 * valid is served while it is refreshed, and while a refresh fails.
 */
public final class CredentialSource implements AutoCloseable {

    private static final Logger LOG = System.getLogger(CredentialSource.class.getName());

    private final WorkspaceRepository repository;
    private final AttemptLocks locks;
    private final CredentialCache cache;
    private final CredentialMemory memory;
    private final PromptedCredentials prompted;
    private final Issuer issuer;
    private final SessionStopper stopper;
    private final Leases leases;
    private final Failures failures;
    private final Freshness freshness;
    private final RefreshAhead ahead;
    private volatile boolean closed;

    CredentialSource(
            WorkspaceRepository repository,
            AttemptLocks locks,
            CredentialCache cache,
            CredentialMemory memory,
            PromptedCredentials prompted,
            Issuer issuer,
            SessionStopper stopper,
            Leases leases,
            Failures failures,
            Freshness freshness,
            RefreshAhead ahead) {
        this.repository = repository;
        this.locks = locks;
        this.cache = cache;
        this.memory = memory;
        this.prompted = prompted;
        this.issuer = issuer;
        this.stopper = stopper;
        this.leases = leases;
        this.failures = failures;
        this.freshness = freshness;
        this.ahead = ahead;
    }

    /** Answers from memory if that will do; takes no lock. */
    Optional<Credentials> remembered(SessionId id, CredentialRequest request) {
        return memory.get(
                id,
                request,
                found -> freshness.isFresh(id, found, request),
                found -> freshness.isUsable(found, request));
    }

    /** Answers who was not answered from memory; waits for the session's attempt lock only if there is nothing to serve. */
    Credentials get(SessionId id, CredentialRequest request, Issuances issuances) {
        return look(id, request, false, issuances);
    }

    private Credentials look(SessionId id, CredentialRequest request, boolean insists, Issuances issuances) {
        Optional<FileIdentity> before = memory.workspace();
        Snapshot snapshot = repository.read();
        Workspace workspace = snapshot.workspace();
        Session session = session(workspace, id);
        SessionState state = snapshot.state(id);
        leases.requireNotOver(session, state);
        Optional<Credentials> cached =
                memory.read(CachedFor.of(session, workspace, request), request, before, Leases.end(state));
        if (cached.filter(found -> isFreshEnough(id, state, found, request)).isPresent()) {
            return cached.get();
        }
        Supplier<Credentials> refresh = () -> refreshedNow(id, request, insists, issuances);
        if (cached.filter(found -> freshness.isUsable(found, request)).isPresent()) {
            return ahead.refresh(session, request, cached.get(), refresh);
        }
        return insists
                ? locks.attempt(session, request, refresh)
                : locks.attemptUnlessBackingOff(session, request, refresh);
    }

    /** What outlives the lease is not refreshed while it will do. */
    private boolean isFreshEnough(SessionId id, SessionState state, Credentials found, CredentialRequest request) {
        return freshness.isFresh(id, found, request)
                || (freshness.isUsable(found, request)
                        && Leases.endsBefore(state, found.expiresAt().orElseThrow()));
    }

    /**
     * Runs an action while nobody issues for the session; what hangs on its long-term key is forgotten, however that ends. Its failure
     * is no answer to who asks for credentials.
     */
    String act(SessionId id, String action) {
        CredentialRequest asked = CredentialRequest.standard().with("session-action", action);
        return locks.attempt(session(repository.read().workspace(), id), asked, () -> {
            Workspace workspace = repository.read().workspace();
            Session session = session(workspace, id);
            try {
                return issuer.act(session, action);
            } finally {
                Uninterruptibly.run(() -> {
                    stopper.forget(session, workspace);
                    stopper.settleTheDead(id);
                });
            }
        });
    }

    /** Signs in to the console of the session's cloud; what that gives is not kept. */
    Secret signIn(
            SessionId id, ConsoleRequest request, BiFunction<SessionId, CredentialRequest, Credentials> credentials) {
        Workspace workspace = repository.read().workspace();
        return issuer.signIn(session(workspace, id), workspace, request, credentials);
    }

    /** What the session is may have changed while the lock was awaited. */
    private Credentials refreshedNow(SessionId id, CredentialRequest request, boolean insists, Issuances issuances) {
        Snapshot snapshot = repository.read();
        Workspace workspace = snapshot.workspace();
        Session session = session(workspace, id);
        leases.requireNotOver(session, snapshot.state(id));
        try {
            Credentials credentials = refreshed(
                    session, workspace, request, insists, found -> freshness.isFresh(id, found, request), issuances);
            failures.isOver(id);
            return credentials;
        } catch (LeappException e) {
            failures.note(id, e);
            throw e;
        } finally {
            Uninterruptibly.run(() -> stopper.settleTheDead(id));
        }
    }

    private static Session session(Workspace workspace, SessionId id) {
        return workspace.session(id).orElseThrow(() -> SessionTexts.notFound(id));
    }

    /** Returns what the cache holds, perhaps expired. */
    Optional<Credentials> cached(Session session, Workspace workspace) {
        return cache.get(CachedFor.of(session, workspace, CredentialRequest.standard()));
    }

    /** For the holder of the session's attempt lock: what is there if that will do, else new ones. */
    Credentials underLock(Session session, Workspace workspace, Predicate<Credentials> willDo) {
        return refreshed(session, workspace, CredentialRequest.standard(), true, willDo, Issuances.none());
    }

    /** For the holder of the session's attempt lock: what is there if it is fresh, else new ones. */
    Credentials freshUnderLock(Session session, Workspace workspace) {
        Instant now = freshness.clock().instant();
        return underLock(session, workspace, found -> found.isFreshAt(now, Duration.ZERO));
    }

    /** For the holder of the session's attempt lock: new ones in any case. */
    Credentials newUnderLock(Session session, Workspace workspace) {
        CredentialRequest request = CredentialRequest.standard();
        return issued(session, workspace, CachedFor.of(session, workspace, request), request, true, Issuances.none());
    }

    private Credentials refreshed(
            Session session,
            Workspace workspace,
            CredentialRequest request,
            boolean insists,
            Predicate<Credentials> willDo,
            Issuances issuances) {
        CachedFor key = CachedFor.of(session, workspace, request);
        return cache.get(key)
                .or(() -> issuer.usesSecrets(session, workspace) ? prompted.get(key) : Optional.empty())
                .filter(willDo)
                .orElseGet(() -> issued(session, workspace, key, request, insists, issuances));
    }

    private Credentials issued(
            Session session,
            Workspace workspace,
            CachedFor key,
            CredentialRequest request,
            boolean insists,
            Issuances issuances) {
        Ancestors.requireNoCycle(session, workspace);
        Issuer.Issued issued =
                issuer.issue(session, workspace, request, (parent, asked) -> ofParent(parent, asked, insists));
        if (issued.prompted()) {
            keep(() -> prompted.put(key, issued.credentials()), session);
        }
        keep(() -> cache.put(key, issued.credentials()), session);
        issuances.issued(session, issued.credentials());
        return issued.credentials();
    }

    private Credentials ofParent(SessionId parent, CredentialRequest request, boolean insists) {
        return remembered(parent, request).orElseGet(() -> look(parent, request, insists, Issuances.none()));
    }

    /** Credentials that could not be kept are credentials all the same; the next caller gets new ones. */
    private static void keep(Runnable keeping, Session session) {
        try {
            keeping.run();
        } catch (LeappException e) {
            LOG.log(Level.WARNING, "Credentials of session {0} are not cached: {1}", session.id(), e.getMessage());
        }
    }

    /** Fails who still asks a closed one. */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("This Leapp was closed; only an open one gives out credentials");
        }
    }

    /** Wipes what is in memory. */
    @Override
    public void close() {
        closed = true;
        ahead.close();
        memory.close();
    }
}

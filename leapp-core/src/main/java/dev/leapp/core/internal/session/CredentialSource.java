package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.cache.CachedFor;
import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Workspace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/**
 * Where a session's credentials come from: the cache while they are fresh, then what a prompt once got, then the access method. Only
 * the holder of the session's attempt lock issues, so that any number of simultaneous callers cause one call.
 */
public final class CredentialSource {

    private static final Logger LOG = System.getLogger(CredentialSource.class.getName());

    private final WorkspaceRepository repository;
    private final AttemptLocks locks;
    private final CredentialCache cache;
    private final PromptedCredentials prompted;
    private final Issuer issuer;
    private final SessionStopper stopper;
    private final Failures failures;
    private final Clock clock;

    CredentialSource(
            WorkspaceRepository repository,
            AttemptLocks locks,
            CredentialCache cache,
            PromptedCredentials prompted,
            Issuer issuer,
            SessionStopper stopper,
            Failures failures,
            Clock clock) {
        this.repository = repository;
        this.locks = locks;
        this.cache = cache;
        this.prompted = prompted;
        this.issuer = issuer;
        this.stopper = stopper;
        this.failures = failures;
        this.clock = clock;
    }

    /** Answers any caller; takes the session's attempt lock only if the cache can't answer. */
    public Credentials get(SessionId id, CredentialRequest request) {
        Workspace workspace = repository.read().workspace();
        Session session = session(workspace, id);
        Optional<Credentials> cached = cache.get(CachedFor.of(session, workspace, request));
        if (isFresh(cached, request)) {
            return cached.get();
        }
        try {
            return locks.attempt(session, () -> refreshedNow(id, request));
        } catch (LeappException e) {
            return stillValid(cached, request, id, e);
        }
    }

    /** Runs an action while nobody issues for the session; what hangs on its long-term key is forgotten, however that ends. */
    String act(SessionId id, String action) {
        return locks.attempt(session(repository.read().workspace(), id), () -> {
            Workspace workspace = repository.read().workspace();
            Session session = session(workspace, id);
            try {
                return issuer.act(session, action);
            } finally {
                Uninterruptibly.run(() -> {
                    stopper.purge(session, workspace);
                    stopper.settleTheDead(id);
                });
            }
        });
    }

    /** What the session is may have changed while the lock was awaited. */
    private Credentials refreshedNow(SessionId id, CredentialRequest request) {
        Workspace workspace = repository.read().workspace();
        Session session = session(workspace, id);
        try {
            return refreshed(session, workspace, request);
        } finally {
            Uninterruptibly.run(() -> stopper.settleTheDead(id));
        }
    }

    private Credentials stillValid(
            Optional<Credentials> cached, CredentialRequest request, SessionId id, LeappException failure) {
        Credentials old = cached.filter(found -> found.expiresAt().isPresent())
                .filter(found -> found.isValidAt(clock.instant().plus(request.minimumValidity())))
                .orElseThrow(() -> failure);
        failures.note(id, failure);
        return old;
    }

    private boolean isFresh(Optional<Credentials> cached, CredentialRequest request) {
        return cached.filter(found -> found.isFreshAt(clock.instant(), request.minimumValidity()))
                .isPresent();
    }

    private static Session session(Workspace workspace, SessionId id) {
        return workspace.session(id).orElseThrow(() -> SessionTexts.notFound(id));
    }

    /** For the holder of the session's attempt lock: what is there if it is fresh, else new ones. */
    Credentials freshUnderLock(Session session, Workspace workspace) {
        CredentialRequest request = CredentialRequest.standard();
        return refreshed(session, workspace, request);
    }

    /** For the holder of the session's attempt lock: new ones in any case. */
    Credentials newUnderLock(Session session, Workspace workspace) {
        CredentialRequest request = CredentialRequest.standard();
        return issued(session, workspace, CachedFor.of(session, workspace, request), request);
    }

    private Credentials refreshed(Session session, Workspace workspace, CredentialRequest request) {
        CachedFor key = CachedFor.of(session, workspace, request);
        return cache.get(key)
                .or(() -> issuer.usesSecrets(session, workspace) ? prompted.get(key) : Optional.empty())
                .filter(found -> found.isFreshAt(clock.instant(), request.minimumValidity()))
                .orElseGet(() -> issued(session, workspace, key, request));
    }

    private Credentials issued(Session session, Workspace workspace, CachedFor key, CredentialRequest request) {
        Ancestors.requireNoCycle(session, workspace);
        Issuer.Issued issued = issuer.issue(session, workspace, request, this::get);
        if (issued.prompted()) {
            keep(() -> prompted.put(key, issued.credentials()), session);
        }
        keep(() -> cache.put(key, issued.credentials()), session);
        return issued.credentials();
    }

    /** Credentials that could not be kept are credentials all the same; the next caller gets new ones. */
    private static void keep(Runnable keeping, Session session) {
        try {
            keeping.run();
        } catch (LeappException e) {
            LOG.log(Level.WARNING, "Credentials of session {0} are not cached: {1}", session.id(), e.getMessage());
        }
    }
}

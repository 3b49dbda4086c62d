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
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a session's credentials come from: the cache while they are fresh, then what a prompt once got, then the access method. Only
 * the holder of the session's attempt lock issues, so that any number of simultaneous callers cause one call.
 */
public final class CredentialSource {

    private final WorkspaceRepository repository;
    private final AttemptLocks locks;
    private final CredentialCache cache;
    private final PromptedCredentials prompted;
    private final Issuer issuer;
    private final Clock clock;

    public CredentialSource(
            WorkspaceRepository repository,
            AttemptLocks locks,
            CredentialCache cache,
            PromptedCredentials prompted,
            Issuer issuer,
            Clock clock) {
        this.repository = repository;
        this.locks = locks;
        this.cache = cache;
        this.prompted = prompted;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** Answers any caller; takes the session's attempt lock only if the cache can't answer. */
    public Credentials get(SessionId id, CredentialRequest request) {
        Workspace workspace = repository.read().workspace();
        Session session = workspace.session(id).orElseThrow(() -> SessionTexts.notFound(id));
        CachedFor key = CachedFor.of(session, workspace, request);
        Optional<Credentials> cached = cache.get(key);
        Instant now = clock.instant();
        if (cached.isPresent() && cached.get().isFreshAt(now, request.minimumValidity())) {
            return cached.get();
        }
        try {
            return locks.attempt(session, () -> refreshed(session, key, request));
        } catch (LeappException e) {
            return cached.filter(old -> old.isValidAt(now.plus(request.minimumValidity())))
                    .filter(old -> old.expiresAt().isPresent())
                    .orElseThrow(() -> e);
        }
    }

    /** For the holder of the session's attempt lock: what is there if it is fresh, else new ones. */
    Credentials freshUnderLock(Session session, Workspace workspace) {
        CredentialRequest request = CredentialRequest.standard();
        return refreshed(session, CachedFor.of(session, workspace, request), request);
    }

    /** For the holder of the session's attempt lock: new ones in any case. */
    Credentials newUnderLock(Session session, Workspace workspace) {
        CredentialRequest request = CredentialRequest.standard();
        return issued(session, CachedFor.of(session, workspace, request), request);
    }

    private Credentials refreshed(Session session, CachedFor key, CredentialRequest request) {
        return cache.get(key)
                .or(() -> issuer.usesSecrets(session) ? prompted.get(key) : Optional.empty())
                .filter(found -> found.isFreshAt(clock.instant(), request.minimumValidity()))
                .orElseGet(() -> issued(session, key, request));
    }

    private Credentials issued(Session session, CachedFor key, CredentialRequest request) {
        Issuer.Issued issued = issuer.issue(session, request, parent -> get(parent, CredentialRequest.standard()));
        if (issued.prompted()) {
            prompted.put(key, issued.credentials());
        }
        cache.put(key, issued.credentials());
        return issued.credentials();
    }
}

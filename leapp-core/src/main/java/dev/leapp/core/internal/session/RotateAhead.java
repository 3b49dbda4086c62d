package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Rotates active sessions before what they made available expires, unless somebody else does, or just failed to. */
public record RotateAhead(
        WorkspaceRepository repository,
        SessionStarter starter,
        CredentialSource source,
        AttemptLocks locks,
        Freshness freshness) {

    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(15);

    /** Tells whether it is time. Credentials of unknown expiry are never rotated, nor those that outlive the session's lease. */
    boolean isDue(Session session, Workspace workspace, SessionState.Active active) {
        return active.expiresAt()
                .filter(expiry -> !Leases.endsBefore(active, expiry))
                .filter(expiry -> !freshness.clock().instant().isBefore(dueAt(session, workspace, active, expiry)))
                .isPresent();
    }

    /** Rotates if nobody else has meanwhile or is about to; returns whether it did. */
    boolean rotate(SessionId id, SessionState.Active seen) {
        Session session = repository.read().workspace().session(id).orElseThrow(() -> SessionTexts.notFound(id));
        CredentialRequest request = CredentialRequest.standard();
        return locks.tryAttempt(
                        session, request, seen.expiresAt(), () -> starter.settled(session, () -> rotateOnce(id, seen)))
                .orElse(false);
    }

    private boolean rotateOnce(SessionId id, SessionState.Active seen) {
        return repository.read().state(id) instanceof SessionState.Active now
                && now.startedAt().equals(seen.startedAt())
                && now.expiresAt().equals(seen.expiresAt())
                && starter.rotateAlone(id, false, (session, workspace) -> newer(session, workspace, seen));
    }

    /** Somebody may have got new ones already without making them available. */
    private Credentials newer(Session session, Workspace workspace, SessionState.Active seen) {
        Instant now = freshness.clock().instant();
        return source.underLock(
                session,
                workspace,
                found -> found.isFreshAt(now, Duration.ZERO) && isLater(found.expiresAt(), seen.expiresAt()));
    }

    private Instant dueAt(Session session, Workspace workspace, SessionState.Active active, Instant expiry) {
        Optional<Credentials> cached = source.cached(session, workspace);
        if (cached.filter(found -> isLater(found.expiresAt(), active.expiresAt()))
                .isPresent()) {
            return Instant.MIN;
        }
        Duration margin = cached.filter(found -> found.expiresAt().equals(active.expiresAt()))
                .flatMap(Credentials::refreshAt)
                .map(moment -> Duration.between(moment, expiry))
                .orElseGet(() -> longestMargin(active.startedAt(), expiry));
        return freshness.early(session.id(), margin, expiry.minus(margin));
    }

    /** When they were issued is not known any more, but not before the session was started. */
    private static Duration longestMargin(Instant startedAt, Instant expiry) {
        Duration quarter = Duration.between(startedAt, expiry).dividedBy(4);
        return quarter.compareTo(LONGEST_MARGIN) < 0 ? quarter : LONGEST_MARGIN;
    }

    private static boolean isLater(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get());
    }
}

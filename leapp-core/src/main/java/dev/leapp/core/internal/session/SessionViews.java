package dev.leapp.core.internal.session;

import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives what is shown of a session from its state, the time, its receipt, what stands of it, and its attempt lock. Writes nothing. */
public record SessionViews(
        WorkspaceRepository repository, Receipts receipts, AttemptLocks locks, Expiry expiry, Standings standings) {

    List<SessionView> all() {
        Snapshot snapshot = repository.read();
        Set<SessionId> published = new HashSet<>(receipts.sessions());
        return snapshot.workspace().sessions().stream()
                .map(session -> view(session, snapshot, published))
                .toList();
    }

    /** All, as far as the workspace itself tells; empty if it opens only by asking somebody. */
    Optional<List<SessionView>> glance() {
        return repository
                .readUnasked()
                .map(snapshot -> snapshot.workspace().sessions().stream()
                        .map(session -> glance(session, snapshot))
                        .toList());
    }

    private SessionView glance(Session session, Snapshot snapshot) {
        SessionState state = snapshot.state(session.id());
        SessionStatus status = SessionStatus.INACTIVE;
        if (state instanceof SessionState.Active active) {
            boolean expired = expiry.isOver(session, snapshot.workspace(), active);
            status = expired ? SessionStatus.EXPIRED : SessionStatus.ACTIVE;
        } else if (state instanceof SessionState.Pending) {
            status = SessionStatus.PENDING;
        }
        return new SessionView(session, state, status, profile(session, snapshot));
    }

    /** Those of the given sessions that are there. */
    List<SessionView> of(Collection<SessionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Snapshot snapshot = repository.read();
        Set<SessionId> published = new HashSet<>(receipts.sessions());
        return ids.stream()
                .flatMap(id -> snapshot.workspace().session(id).stream())
                .map(session -> view(session, snapshot, published))
                .toList();
    }

    SessionView one(SessionId id) {
        Snapshot snapshot = repository.read();
        Session session = snapshot.workspace().session(id).orElseThrow(() -> SessionTexts.notFound(id));
        return view(session, snapshot, new HashSet<>(receipts.sessions()));
    }

    private SessionView view(Session session, Snapshot snapshot, Set<SessionId> published) {
        SessionState state = snapshot.state(session.id());
        SessionStatus status = status(session, snapshot, published.contains(session.id()));
        SessionView view = new SessionView(session, state, status, profile(session, snapshot));
        return state instanceof SessionState.Active active ? view.withStanding(standings.of(session, active)) : view;
    }

    private static @Nullable String profile(Session session, Snapshot snapshot) {
        return session.profileId()
                .flatMap(snapshot.workspace()::profile)
                .map(NamedProfile::name)
                .orElse(null);
    }

    private SessionStatus status(Session session, Snapshot snapshot, boolean published) {
        SessionState state = snapshot.state(session.id());
        if (state instanceof SessionState.Active active) {
            if (active.isLeaseOver(expiry.clock().instant())) {
                return SessionStatus.LEASE_OVER;
            }
            boolean expired = expiry.isOver(session, snapshot.workspace(), active);
            return expired ? SessionStatus.EXPIRED : SessionStatus.ACTIVE;
        }
        boolean pending = state instanceof SessionState.Pending;
        SessionStatus atRest =
                state instanceof SessionState.LeaseOver ? SessionStatus.LEASE_OVER : SessionStatus.INACTIVE;
        if (!pending && !published) {
            return atRest;
        }
        if (locks.isUnderWay(session.id())) {
            return pending ? SessionStatus.PENDING : atRest;
        }
        return SessionStatus.INTERRUPTED;
    }
}

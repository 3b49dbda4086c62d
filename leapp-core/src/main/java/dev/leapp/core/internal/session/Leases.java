package dev.leapp.core.internal.session;

import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Ends sessions whose lease is over. Nobody waits for the moment: whoever next changes something ends them, and until then the list
 * shows that they are over.
 */
record Leases(WorkspaceRepository repository, SessionStopper stopper, Touched touched, Clock clock) {

    /** Ends all of them. What can't be taken back now is told, and stops nobody. */
    void endAll() {
        endAll(this::told);
    }

    private void told(SessionId id, RuntimeException failure) {
        stopper.tell()
                .accept("What session '" + name(id)
                        + "' made available can't be removed yet, though its lease is over: " + failure.getMessage());
    }

    /** Ends all of them, and returns which. */
    List<SessionId> endAll(BiConsumer<SessionId, RuntimeException> failed) {
        return over(repository.read()).stream().filter(id -> ended(id, failed)).toList();
    }

    /** Ends a session if its lease is over. */
    void end(SessionId id) {
        if (isOver(repository.read().state(id))) {
            ended(id);
        }
    }

    /** Fails if a session's lease is over, and takes back what it made available if nobody did yet. */
    void requireNotOver(Session session, SessionState state) {
        if (state instanceof SessionState.LeaseOver over) {
            throw SessionTexts.leaseOver(session, over.endedAt(), clock.instant());
        }
        if (isOver(state) && state instanceof SessionState.Active active) {
            ended(session.id(), this::told);
            throw SessionTexts.leaseOver(session, active.leasedUntil().orElseThrow(), clock.instant());
        }
    }

    /** Fails if a session is to be started with a lease that is over already, such as one that was stopped for an edit. */
    void requireAhead(Session session, StartOptions options) {
        Instant now = clock.instant();
        Optional<Instant> end = options.leasedUntil(now);
        if (end.isPresent() && !end.get().isAfter(now)) {
            throw SessionTexts.leaseOver(session, end.get(), now);
        }
    }

    /** Returns until when credentials of a session in that state may be served. */
    static Optional<Instant> end(SessionState state) {
        return state instanceof SessionState.Active active ? active.leasedUntil() : Optional.empty();
    }

    boolean isOver(SessionState state) {
        return state instanceof SessionState.Active active && active.isLeaseOver(clock.instant());
    }

    /** Tells whether nothing is to be renewed any more: what was handed over lasts longer than the lease. */
    static boolean endsBefore(SessionState state, Instant expiry) {
        return end(state).filter(end -> !end.isAfter(expiry)).isPresent();
    }

    private boolean ended(SessionId id, BiConsumer<SessionId, RuntimeException> failed) {
        try {
            return ended(id);
        } catch (RuntimeException e) {
            failed.accept(id, e);
            return false;
        }
    }

    private boolean ended(SessionId id) {
        boolean ended = isUnfinished(id, repository.read().state(id))
                ? stopper.takesBackTheRest(id)
                : stopper.stopAtLeaseEnd(id, clock.instant());
        if (ended) {
            touched.add(id);
        }
        return ended;
    }

    private List<SessionId> over(Snapshot snapshot) {
        return snapshot.states().entrySet().stream()
                .filter(entry -> isOver(entry.getValue()) || isUnfinished(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** It is over, but what it made available could not be taken back. */
    private boolean isUnfinished(SessionId id, SessionState state) {
        return state instanceof SessionState.LeaseOver && stopper.receipts().exists(id);
    }

    private String name(SessionId id) {
        return repository.read().workspace().session(id).map(Session::name).orElse(id.value());
    }
}

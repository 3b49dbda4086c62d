package dev.leapp.core.internal.session;

import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.CredentialMemory;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes back what sessions made available, after a stop or after a crash. Never waits for an attempt. A receipt is removed only by
 * who holds the session's attempt lock: nobody else can know that no attempt still needs it.
 *
 * @param tell tells the user what could not be cleared up
 */
public record SessionStopper(
        WorkspaceRepository repository,
        Publisher publisher,
        Receipts receipts,
        CredentialCache cache,
        CredentialMemory memory,
        AttemptLocks locks,
        StopMarks marks,
        Touched touched,
        Consumer<String> tell) {

    /**
     * Stops a session: first nobody may count on it any more, then everything of it goes. An attempt under way sees that it was
     * overtaken, and clears up after itself. Who serves it looks at its state once there is a mark, so the mark comes before the state.
     */
    void stop(SessionId id) {
        Optional<IOException> unmarked = mark(id);
        Workspace workspace = repository.update(snapshot -> inactive(snapshot, id));
        takeBackNow(id, workspace, unmarked);
    }

    /** Stops a session if its lease is over, and keeps in mind that it was. Returns whether it was stopped. */
    boolean stopAtLeaseEnd(SessionId id, Instant now) {
        Optional<IOException> unmarked = mark(id);
        Optional<Workspace> stopped = repository.update(snapshot -> leaseOver(snapshot, id, now));
        stopped.ifPresent(workspace -> takeBackNow(id, workspace, unmarked));
        return stopped.isPresent();
    }

    /** Takes back what an earlier stop could not, unless an attempt is under way; returns whether there was anything. */
    boolean takesBackTheRest(SessionId id) {
        AtomicBoolean took = new AtomicBoolean();
        locks.ifIdle(id, () -> took.set(settle(id)));
        return took.get();
    }

    private void takeBackNow(SessionId id, Workspace workspace, Optional<IOException> unmarked) {
        Session session = workspace.session(id).orElseThrow(() -> SessionTexts.notFound(id));
        unmarked.ifPresent(trouble -> tell.accept("Programs that serve session '" + session.name()
                + "' can't be told that it is stopped; end them: " + trouble.getMessage()));
        purge(session, workspace);
        if (!locks.ifIdle(id, () -> takeBack(id, session.name()))) {
            publisher.withdraw(id, session.name());
        }
    }

    /** For a session that is no more. */
    void forgetMark(SessionId id) {
        marks.remove(id);
    }

    /** A session that can't be marked is stopped all the same; returns why it can't. */
    private Optional<IOException> mark(SessionId id) {
        try {
            marks.leave(id);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /** Undoes what dead attempts left. What can't be undone now is told, and stops nobody. */
    void clearUpAfterTheDead() {
        Snapshot snapshot = repository.read();
        Set<SessionId> suspects = new LinkedHashSet<>(receipts.sessions());
        snapshot.states().forEach((id, state) -> {
            if (state instanceof SessionState.Pending) {
                suspects.add(id);
            }
        });
        suspects.stream().filter(id -> !snapshot.state(id).isActive()).forEach(this::clearUp);
    }

    /**
     * For the holder of the session's attempt lock, before and after an attempt: unless the session is active, what stands there is
     * nobody's. Purges first, because that needs no space on the disk. Returns whether anything was cleared up.
     */
    boolean settle(SessionId id) {
        Snapshot snapshot = repository.read();
        boolean pending = snapshot.state(id) instanceof SessionState.Pending;
        if (snapshot.state(id).isActive() || (!pending && !receipts.exists(id))) {
            return false;
        }
        snapshot.workspace().session(id).ifPresent(session -> purge(session, snapshot.workspace()));
        takeBack(id, name(snapshot, id));
        if (pending) {
            repository.update(now -> noLongerPending(now, id));
        }
        return true;
    }

    /** For the holder of the session's attempt lock whose attempt leaves no state: what was pending is a dead attempt's. */
    void settleTheDead(SessionId id) {
        if (settle(id)) {
            touched.add(id);
        }
    }

    void purge(Session session, Workspace workspace) {
        purge(session.id());
        Dependents.of(session.id(), workspace).forEach(child -> purge(child.id()));
    }

    /** Forgets also that they could not be got. */
    void forget(Session session, Workspace workspace) {
        purge(session, workspace);
        locks.forgetFailure(session.id());
        Dependents.of(session.id(), workspace).forEach(child -> locks.forgetFailure(child.id()));
    }

    /** The same for that session alone. */
    void forget(SessionId session) {
        purge(session);
        locks.forgetFailure(session);
    }

    private void purge(SessionId session) {
        cache.purge(session);
        memory.forget(session);
    }

    private void takeBack(SessionId id, String name) {
        publisher.withdraw(id, name);
        receipts.remove(id);
    }

    private void clearUp(SessionId id) {
        try {
            locks.ifIdle(id, () -> settleTheDead(id));
        } catch (RuntimeException e) {
            String name = name(repository.read(), id);
            tell.accept("What session '" + name + "' made available can't be removed yet: " + e.getMessage());
        }
    }

    private static Update<Boolean> noLongerPending(Snapshot now, SessionId id) {
        boolean still = now.state(id) instanceof SessionState.Pending;
        Snapshot next = still ? now.with(id, SessionState.inactive()) : now;
        return new Update<>(next, still, "clear up after session " + id);
    }

    private static Update<Workspace> inactive(Snapshot snapshot, SessionId id) {
        return new Update<>(snapshot.with(id, SessionState.inactive()), snapshot.workspace(), "stop session " + id);
    }

    private static Update<Optional<Workspace>> leaseOver(Snapshot snapshot, SessionId id, Instant now) {
        if (!(snapshot.state(id) instanceof SessionState.Active active) || !active.isLeaseOver(now)) {
            return new Update<>(snapshot, Optional.empty(), "");
        }
        SessionState over = new SessionState.LeaseOver(active.leasedUntil().orElseThrow());
        return new Update<>(
                snapshot.with(id, over), Optional.of(snapshot.workspace()), "the lease of session " + id + " is over");
    }

    private static String name(Snapshot snapshot, SessionId id) {
        return snapshot.workspace().session(id).map(Session::name).orElse(id.value());
    }
}

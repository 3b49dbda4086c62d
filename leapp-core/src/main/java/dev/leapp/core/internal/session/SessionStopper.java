package dev.leapp.core.internal.session;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes back what sessions made available, after a stop or after a crash. Never waits for an attempt. */
public record SessionStopper(
        WorkspaceRepository repository,
        Publisher publisher,
        Receipts receipts,
        CredentialCache cache,
        AttemptLocks locks) {

    private static final Logger LOG = System.getLogger(SessionStopper.class.getName());

    /**
     * Stops a session: first nobody may count on it any more, then everything of it goes. An attempt under way sees that it was
     * overtaken and cleans up what it publishes after this.
     */
    void stop(SessionId id) {
        Workspace workspace = repository.update(snapshot -> inactive(snapshot, id));
        Session session = workspace.session(id).orElseThrow(() -> SessionTexts.notFound(id));
        publisher.withdraw(id, session.name(), locks.isUnderWay(id));
        purge(session, workspace);
    }

    /** Undoes, by receipt, what dead attempts left. One that can't be undone is told of in the log and stops nobody. */
    void clearUpAfterTheDead() {
        for (SessionId id : receipts.sessions()) {
            if (!locks.isUnderWay(id)) {
                clearUp(id);
            }
        }
    }

    /** For the holder of the session's attempt lock: whatever stands there and is not active belongs to a dead attempt. */
    void clearUpOwn(SessionId id) {
        Snapshot snapshot = repository.read();
        if (!snapshot.state(id).isActive()) {
            publisher.withdraw(id, name(snapshot, id), false);
        }
    }

    void purge(Session session, Workspace workspace) {
        cache.purge(session.id());
        Dependents.of(session.id(), workspace).forEach(child -> cache.purge(child.id()));
    }

    private void clearUp(SessionId id) {
        try {
            Snapshot snapshot = repository.read();
            if (snapshot.state(id).isActive()) {
                return;
            }
            publisher.withdraw(id, name(snapshot, id), false);
            if (snapshot.state(id) instanceof SessionState.Pending pending) {
                repository.update(now -> noLongerPending(now, id, pending));
            }
        } catch (LeappException e) {
            LOG.log(Level.WARNING, "What session {0} published can''t be removed yet: {1}", id, e.getMessage());
        }
    }

    private static Update<Boolean> noLongerPending(Snapshot now, SessionId id, SessionState.Pending pending) {
        boolean still = now.state(id).isPending(pending.attempt());
        Snapshot next = still ? now.with(id, SessionState.inactive()) : now;
        return new Update<>(next, still, "clear up after an interrupted start");
    }

    private static Update<Workspace> inactive(Snapshot snapshot, SessionId id) {
        return new Update<>(snapshot.with(id, SessionState.inactive()), snapshot.workspace(), "stop session " + id);
    }

    private static String name(Snapshot snapshot, SessionId id) {
        return snapshot.workspace().session(id).map(Session::name).orElse(id.value());
    }
}

package dev.leapp.core.internal.session;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.time.Clock;
import java.util.Optional;

/** Notes with an active session why its credentials could not be renewed, so that a list shows it. */
record Failures(WorkspaceRepository repository, Touched touched, Clock clock) {

    /** Notes it; what fails on the way goes with the failure itself. */
    void note(SessionId id, LeappException failure) {
        Failure seen = new Failure(clock.instant(), failure.code().id(), String.valueOf(failure.getMessage()));
        try {
            if (repository.update(snapshot -> noted(snapshot, id, seen))) {
                touched.add(id);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static Update<Boolean> noted(Snapshot snapshot, SessionId id, Failure seen) {
        if (!(snapshot.state(id) instanceof SessionState.Active active)) {
            return new Update<>(snapshot, false, "");
        }
        SessionState failed = new SessionState.Active(active.startedAt(), active.expiresAt(), Optional.of(seen));
        return new Update<>(snapshot.with(id, failed), true, "session " + id + " could not be renewed");
    }
}

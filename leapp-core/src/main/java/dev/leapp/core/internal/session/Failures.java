package dev.leapp.core.internal.session;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.attempt.Outcome;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Notes with an active session why its credentials could not be renewed, so that a list shows it. */
record Failures(WorkspaceRepository repository, Touched touched, Clock clock) {

    private static final Logger LOG = System.getLogger(Failures.class.getName());

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

    /** Takes the note away if it told of credentials that could not be got: now they could. What fails on the way is tried the next time. */
    void isOver(SessionId id) {
        try {
            if (tellsOfIssuing(repository.read().state(id)) && repository.update(snapshot -> cleared(snapshot, id))) {
                touched.add(id);
            }
        } catch (LeappException e) {
            LOG.log(Level.DEBUG, "Session {0} could be renewed, which is not noted: {1}", id, e.getMessage());
        }
    }

    private static Update<Boolean> cleared(Snapshot snapshot, SessionId id) {
        if (!tellsOfIssuing(snapshot.state(id)) || !(snapshot.state(id) instanceof SessionState.Active active)) {
            return new Update<>(snapshot, false, "");
        }
        SessionState well = active.renewed(active.expiresAt(), Optional.empty());
        return new Update<>(snapshot.with(id, well), true, "session " + id + " could be renewed");
    }

    private static boolean tellsOfIssuing(SessionState state) {
        return state instanceof SessionState.Active active
                && active.lastFailure()
                        .flatMap(failure -> Outcome.coreCode(failure.code()))
                        .filter(code -> Outcome.isOfIssuing(code.trouble()))
                        .isPresent();
    }

    private static Update<Boolean> noted(Snapshot snapshot, SessionId id, Failure seen) {
        if (!(snapshot.state(id) instanceof SessionState.Active active)) {
            return new Update<>(snapshot, false, "");
        }
        SessionState failed = active.renewed(active.expiresAt(), Optional.of(seen));
        return new Update<>(snapshot.with(id, failed), true, "session " + id + " could not be renewed");
    }
}

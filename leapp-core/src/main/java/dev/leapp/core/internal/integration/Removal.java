package dev.leapp.core.internal.integration;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Removes sessions in one write. Before, they are stopped and their secrets go: what is active needs its definition to be stopped, and
 * secrets of a session that is no more would be found by nobody. Before that it is checked that the workspace can be written, because
 * a session that stays without its secrets is of no use.
 */
record Removal(WorkspaceRepository repository, SessionCare care) {

    private static final int ATTEMPTS = 5;

    /**
     * What is to be done with a workspace.
     *
     * @param going the sessions that it removes
     */
    record Step<R>(Update<R> update, List<Session> going) {}

    /**
     * Does it, again from the beginning if a session is started meanwhile, or others are to go.
     *
     * @return what was done; empty if that went on and on
     */
    <R> Optional<Step<R>> carryOut(Function<Snapshot, Step<R>> step) {
        Set<SessionId> prepared = new HashSet<>();
        boolean writable = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Snapshot seen = repository.read();
            List<Session> going = step.apply(seen).going();
            if (!writable && !going.isEmpty()) {
                repository.requireWritable();
                writable = true;
            }
            if (!areStopped(seen, going)) {
                continue;
            }
            prepare(going, prepared);
            Optional<Step<R>> done = repository.update(snapshot -> attempted(snapshot, step.apply(snapshot), prepared));
            if (done.isPresent()) {
                done.get().going().forEach(session -> care.deleted(session.id()));
                return done;
            }
        }
        return Optional.empty();
    }

    /** Stops what is active; tells whether all was still there. */
    private boolean areStopped(Snapshot seen, List<Session> going) {
        try {
            going.stream().filter(session -> isLively(seen, session)).forEach(session -> care.stop(session.id()));
            return true;
        } catch (LeappException e) {
            if (e.code() != CoreErrorCode.SESSION_NOT_FOUND) {
                throw e;
            }
            return false;
        }
    }

    private void prepare(List<Session> going, Set<SessionId> prepared) {
        List<Session> others = going.stream()
                .filter(session -> !prepared.contains(session.id()))
                .toList();
        if (!others.isEmpty()) {
            care.forgetSecrets(others);
            care.forgetCached(others.stream().map(Session::id).toList());
            others.forEach(session -> prepared.add(session.id()));
        }
    }

    private static <R> Update<Optional<Step<R>>> attempted(Snapshot now, Step<R> step, Set<SessionId> prepared) {
        boolean ready =
                step.going().stream().allMatch(session -> prepared.contains(session.id()) && !isLively(now, session));
        return ready
                ? new Update<>(
                        step.update().next(), Optional.of(step), step.update().reason())
                : new Update<>(now, Optional.empty(), "");
    }

    private static boolean isLively(Snapshot snapshot, Session session) {
        return !(snapshot.state(session.id()) instanceof SessionState.Inactive);
    }
}

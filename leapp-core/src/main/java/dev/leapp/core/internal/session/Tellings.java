package dev.leapp.core.internal.session;

import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.workspace.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Tells listeners how sessions stand that changed, when no lock is held any more. */
public record Tellings(WorkspaceRepository repository, SessionViews views, Touched touched, SessionEvents events) {

    void workspaceChanged() {
        events.workspaceChanged();
    }

    /** Tells of sessions whose states were changed on the way to something else. */
    void ofTouched() {
        statesChanged(touched.take(), events.tellings());
    }

    /** Tells what others did: whether definitions changed, and of which sessions the states. */
    void ofOthers(boolean definitions, Collection<SessionId> sessions) {
        List<SessionView> now = views.of(sessions);
        if (definitions) {
            events.workspaceChanged();
        }
        tell(now, 0);
    }

    /** Does something with a session, and tells of it if that changed its state, and of what else was touched. */
    void after(SessionId id, Runnable action) {
        SessionState before = views.one(id).state();
        long tellings = events.tellings();
        try {
            action.run();
        } finally {
            Set<SessionId> changed = touched.take();
            if (!views.one(id).state().equals(before)) {
                changed.add(id);
            }
            statesChanged(changed, tellings);
        }
    }

    private void statesChanged(Collection<SessionId> changed, long since) {
        if (!changed.isEmpty() && !events.nobodyListens()) {
            tell(views.of(changed), since);
        }
    }

    /** Tells how sessions stand, and once more if that changed meanwhile: what is told last is what stands. */
    private void tell(List<SessionView> now, long since) {
        now.forEach(view -> events.sessionChanged(view, since));
        if (!now.isEmpty()) {
            Snapshot after = repository.read();
            List<SessionId> outdated = now.stream()
                    .map(view -> view.session().id())
                    .filter(id -> !events.isTold(id, after.state(id)))
                    .toList();
            statesChanged(outdated, since);
        }
    }
}

package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The actions on sessions, and telling of them. */
public record SessionLifecycle(
        WorkspaceRepository repository,
        SessionViews views,
        SessionStarter starter,
        SessionStopper stopper,
        CredentialSource source,
        Touched touched,
        SessionEvents events) {

    public List<SessionView> list() {
        return views.all();
    }

    public SessionView get(SessionId id) {
        return views.one(id);
    }

    public SessionView start(SessionId id, StartOptions options) {
        return tellingAfter(id, () -> starter.start(id, options));
    }

    public SessionView rotate(SessionId id) {
        return tellingAfter(id, () -> starter.rotate(id));
    }

    public SessionView stop(SessionId id) {
        return tellingAfter(id, () -> {
            stopper.stop(id);
            stopper.clearUpAfterTheDead();
        });
    }

    /** Returns how a session that is active now may be started again. */
    public StartOptions optionsNow(SessionId id) {
        return starter.optionsNow(id);
    }

    /** Fails if another session is active on the profile of a session that is about to be there. */
    public void requireFree(Session moved) {
        starter.requireFree(moved);
    }

    public Credentials credentials(SessionId id, CredentialRequest request) {
        try {
            return source.get(id, request);
        } finally {
            statesChanged(touched.take(), events.tellings());
        }
    }

    public String act(SessionId id, String action) {
        try {
            return source.act(id, action);
        } finally {
            statesChanged(touched.take(), events.tellings());
        }
    }

    /** Forgets cached credentials of a session and of those that hang on it. */
    public void forgetCached(SessionId id) {
        Workspace workspace = repository.read().workspace();
        workspace.session(id).ifPresent(session -> stopper.purge(session, workspace));
    }

    public void definitionsChanged() {
        events.workspaceChanged();
    }

    /** Tells what others did: whether definitions changed, and of which sessions the states. */
    public void othersChanged(boolean definitions, Collection<SessionId> sessions) {
        List<SessionView> now = views.of(sessions);
        if (definitions) {
            events.workspaceChanged();
        }
        tell(now, 0);
    }

    private SessionView tellingAfter(SessionId id, Runnable action) {
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
        return views.one(id);
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

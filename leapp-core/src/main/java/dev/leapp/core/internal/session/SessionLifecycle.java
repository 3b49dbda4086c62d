package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.Workspace;
import java.util.List;

/** The actions on sessions, and telling of them. */
public record SessionLifecycle(
        WorkspaceRepository repository,
        SessionViews views,
        SessionStarter starter,
        SessionStopper stopper,
        CredentialSource source,
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
        return source.get(id, request);
    }

    /** Forgets cached credentials of a session and of those that hang on it. */
    public void forgetCached(SessionId id) {
        Workspace workspace = repository.read().workspace();
        workspace.session(id).ifPresent(session -> stopper.purge(session, workspace));
    }

    public void definitionsChanged() {
        events.workspaceChanged();
    }

    private SessionView tellingAfter(SessionId id, Runnable action) {
        SessionView before = views.one(id);
        try {
            action.run();
        } finally {
            SessionView after = views.one(id);
            if (!after.state().equals(before.state())) {
                events.sessionChanged(after);
            }
        }
        return views.one(id);
    }
}

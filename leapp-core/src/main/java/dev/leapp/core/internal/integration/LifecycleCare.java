package dev.leapp.core.internal.integration;

import dev.leapp.core.internal.definition.SessionDefinitions;
import dev.leapp.core.internal.session.SessionLifecycle;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.util.Collection;
import java.util.List;

/** Cares for sessions by way of their definitions and their life cycle. */
public record LifecycleCare(SessionDefinitions definitions, SessionLifecycle lifecycle) implements SessionCare {

    @Override
    public void stop(SessionId id) {
        lifecycle.stop(id);
    }

    @Override
    public void forgetSecrets(List<Session> going) {
        definitions.forgetSecrets(going);
    }

    @Override
    public void forgetCached(Collection<SessionId> ids) {
        lifecycle.forgetCached(ids);
    }

    @Override
    public void deleted(SessionId id) {
        lifecycle.deleted(id);
    }

    @Override
    public void definitionsChanged() {
        lifecycle.definitionsChanged();
    }
}

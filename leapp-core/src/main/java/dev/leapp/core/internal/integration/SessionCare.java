package dev.leapp.core.internal.integration;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.util.Collection;
import java.util.List;

/** What has to be done about sessions beside changing or removing their definitions. */
public interface SessionCare {

    /** Stops a session; an attempt to start it is overtaken. */
    void stop(SessionId id);

    /** Removes what the secret store keeps for sessions that are about to go. */
    void forgetSecrets(List<Session> going);

    /** Forgets cached credentials of sessions, and of those that hang on them. */
    void forgetCached(Collection<SessionId> ids);

    /** Forgets that a session was there: it is no more. */
    void deleted(SessionId id);

    /** Tells that definitions changed. */
    void definitionsChanged();
}

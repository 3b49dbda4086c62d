package dev.leapp.core.internal.session;

import dev.leapp.core.session.SessionId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sessions whose states were changed on the way to something else, under a lock; told of when none is held any more. */
final class Touched {

    private final Set<SessionId> sessions = new LinkedHashSet<>();

    synchronized void add(SessionId session) {
        sessions.add(session);
    }

    /** Returns them, and forgets them. */
    synchronized Set<SessionId> take() {
        Set<SessionId> taken = new LinkedHashSet<>(sessions);
        sessions.clear();
        return taken;
    }
}

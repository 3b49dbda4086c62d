package dev.leapp.core.internal.workspace;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Snapshot;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * In what two snapshots differ.
 *
 * @param definitions whether definitions differ
 * @param sessions the sessions that are still there and whose states differ
 */
public record Changes(boolean definitions, Set<SessionId> sessions) {

    static final Changes NONE = new Changes(false, Set.of());

    public Changes {
        sessions = Collections.unmodifiableSet(new LinkedHashSet<>(sessions));
    }

    static Changes between(Snapshot before, Snapshot after) {
        Set<SessionId> sessions = new LinkedHashSet<>();
        for (Session session : after.workspace().sessions()) {
            if (!before.state(session.id()).equals(after.state(session.id()))) {
                sessions.add(session.id());
            }
        }
        return new Changes(!Definitions.same(before, after), sessions);
    }

    /** All that may have changed since nobody knows what. */
    static Changes anything(Snapshot after) {
        Set<SessionId> sessions = new LinkedHashSet<>();
        after.workspace().sessions().forEach(session -> sessions.add(session.id()));
        return new Changes(true, sessions);
    }

    Changes and(Changes later) {
        Set<SessionId> both = new LinkedHashSet<>(sessions);
        both.addAll(later.sessions);
        return new Changes(definitions || later.definitions, both);
    }

    boolean isNone() {
        return !definitions && sessions.isEmpty();
    }
}

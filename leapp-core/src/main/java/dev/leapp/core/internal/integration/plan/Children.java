package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which sessions hang on which, for many questions about one workspace. */
final class Children {

    private final Map<String, List<Session>> referring = new HashMap<>();

    Children(Workspace workspace) {
        for (Session session : workspace.sessions()) {
            session.settings()
                    .values()
                    .forEach(value -> referring
                            .computeIfAbsent(value, key -> new ArrayList<>())
                            .add(session));
        }
    }

    /** Returns the sessions that hang on a session, directly or not. */
    List<Session> of(SessionId id) {
        Map<SessionId, Session> found = new LinkedHashMap<>();
        Deque<SessionId> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (Session child : referring.getOrDefault(open.remove().value(), List.of())) {
                if (!child.id().equals(id) && found.putIfAbsent(child.id(), child) == null) {
                    open.add(child.id());
                }
            }
        }
        return List.copyOf(found.values());
    }
}

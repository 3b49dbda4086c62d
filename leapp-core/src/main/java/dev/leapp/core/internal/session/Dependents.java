package dev.leapp.core.internal.session;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the sessions that hang on something, directly or not. */
public final class Dependents {

    private Dependents() {}

    /** Returns the sessions that hang on a session, nearest first. */
    public static List<Session> of(SessionId id, Workspace workspace) {
        return of(id.value(), workspace);
    }

    /** Returns the sessions that hang on anything in the workspace, by its id, nearest first. */
    public static List<Session> of(String id, Workspace workspace) {
        Map<SessionId, Session> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (Session child : workspace.referringTo(open.remove())) {
                if (!child.id().value().equals(id) && found.putIfAbsent(child.id(), child) == null) {
                    open.add(child.id().value());
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Returns the sessions that hang on any of several, which are not among them; looks at each session once. */
    public static List<Session> ofAll(Collection<SessionId> ids, Workspace workspace) {
        Map<String, List<Session>> referring = new HashMap<>();
        workspace
                .sessions()
                .forEach(session -> session.settings()
                        .values()
                        .forEach(value -> referring
                                .computeIfAbsent(value, key -> new ArrayList<>())
                                .add(session)));
        Map<SessionId, Session> found = new LinkedHashMap<>();
        Deque<SessionId> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            referring.getOrDefault(open.remove().value(), List.of()).stream()
                    .filter(child -> found.putIfAbsent(child.id(), child) == null)
                    .forEach(child -> open.add(child.id()));
        }
        found.keySet().removeAll(ids);
        return List.copyOf(found.values());
    }
}

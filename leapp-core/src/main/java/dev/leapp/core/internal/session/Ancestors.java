package dev.leapp.core.internal.session;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the sessions that a session hangs on, directly or not. */
public final class Ancestors {

    private Ancestors() {}

    /** Returns the sessions that a session hangs on, nearest first; itself among them if it hangs on itself. */
    public static List<Session> of(Session session, Workspace workspace) {
        Map<String, Session> byId = new HashMap<>();
        workspace.sessions().forEach(each -> byId.put(each.id().value(), each));
        Map<SessionId, Session> found = new LinkedHashMap<>();
        Deque<Session> open = new ArrayDeque<>(List.of(session));
        while (!open.isEmpty()) {
            parents(open.remove(), byId)
                    .filter(parent -> found.putIfAbsent(parent.id(), parent) == null)
                    .forEach(open::add);
        }
        return List.copyOf(found.values());
    }

    /**
     * Refuses a session that hangs on itself: it could never get credentials.
     *
     * @throws dev.leapp.core.error.SessionException if it does
     */
    public static void requireNoCycle(Session session, Workspace workspace) {
        if (session.settings().isEmpty()) {
            return;
        }
        boolean hangsOnItself =
                of(session, workspace).stream().anyMatch(each -> each.id().equals(session.id()));
        if (hangsOnItself) {
            throw SessionTexts.hangsOnItself(session);
        }
    }

    private static Stream<Session> parents(Session session, Map<String, Session> byId) {
        return session.settings().values().stream().map(byId::get).filter(Objects::nonNull);
    }
}

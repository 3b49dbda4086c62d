package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.integration.SyncPlan.Gone;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of sessions that are gone upstream.
 *
 * @param gone what is told of them
 * @param deleted the sessions that go, those that hang on them among them
 */
record Departures(List<Gone> gone, Map<SessionId, Session> deleted) {

    static Departures of(List<Session> gone, Workspace workspace, boolean prune, Instant now) {
        Children children = gone.isEmpty() ? new Children(Workspace.builder().build()) : new Children(workspace);
        List<Gone> told = gone.stream()
                .map(session -> new Gone(
                        prune ? session : marked(session, now), children.of(session.id()), !isMarked(session), prune))
                .toList();
        Map<SessionId, Session> deleted = new LinkedHashMap<>();
        if (prune) {
            told.forEach(each -> each.dependents().forEach(child -> deleted.put(child.id(), child)));
            gone.forEach(session -> deleted.put(session.id(), session));
        }
        return new Departures(told, deleted);
    }

    void into(Workspace.Builder next, Workspace workspace) {
        if (deleted.isEmpty()) {
            gone.stream().filter(Gone::newly).forEach(each -> next.session(each.session()));
        } else {
            deleted.keySet().forEach(next::removeSession);
            SyncedProfiles.without(deleted, workspace).forEach(next::removeProfile);
        }
    }

    private static boolean isMarked(Session session) {
        return session.origin().flatMap(SessionOrigin::orphanedSince).isPresent();
    }

    private static Session marked(Session session, Instant now) {
        return isMarked(session)
                ? session
                : session.toBuilder()
                        .origin(session.origin().orElseThrow().withOrphanedSince(Optional.of(now)))
                        .build();
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in a few words what changed from one state to the next. */
final class Differences {

    private Differences() {}

    static String between(Snapshot before, Snapshot after) {
        Workspace old = before.workspace();
        Workspace now = after.workspace();
        List<String> said = new ArrayList<>();
        say(said, "add", missingIn(old, now));
        say(said, "delete", missingIn(now, old));
        say(said, "edit", edited(old, now));
        if (said.isEmpty() && !Definitions.same(before, after)) {
            said.add("edit the workspace");
        }
        return String.join(", ", said);
    }

    private static List<Session> missingIn(Workspace one, Workspace other) {
        return other.sessions().stream()
                .filter(session -> one.session(session.id()).isEmpty())
                .toList();
    }

    private static List<Session> edited(Workspace old, Workspace now) {
        return now.sessions().stream()
                .filter(session -> old.session(session.id())
                        .map(former -> !same(former, session))
                        .orElse(false))
                .toList();
    }

    private static boolean same(Session one, Session other) {
        return one.toBuilder()
                .lastStartedAt(other.lastStartedAt().orElse(null))
                .build()
                .equals(other);
    }

    private static void say(List<String> said, String verb, List<Session> sessions) {
        Optional<Session> first = sessions.stream().findFirst();
        if (first.isPresent()) {
            said.add(
                    sessions.size() == 1
                            ? verb + " session " + first.get().name()
                            : verb + " " + sessions.size() + " sessions");
        }
    }
}

package dev.leapp.cli.handover;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import java.util.List;
import java.util.stream.Collectors;

/** How a program or a prompt learns whose credentials are in its environment. */
final class SessionNames {

    static final String VARIABLE = "LEAPP_SESSION";

    private SessionNames() {}

    /** Returns the names of sessions, with commas between. */
    static String of(List<SessionView> sessions) {
        return sessions.stream().map(view -> view.session().name()).distinct().collect(Collectors.joining(","));
    }

    static List<Session> sessions(List<SessionView> views) {
        return views.stream().map(SessionView::session).toList();
    }

    static List<SessionId> ids(List<SessionView> sessions) {
        return sessions.stream().map(view -> view.session().id()).toList();
    }
}

package dev.leapp.cli.handover;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import java.util.List;
import java.util.stream.Collectors;

/** The sessions that are handed over, and the variable that tells a program or a prompt which they are. */
final class HandedSessions {

    static final String VARIABLE = "LEAPP_SESSION";

    private HandedSessions() {}

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

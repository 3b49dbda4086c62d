package dev.leapp.core.internal.handover;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.internal.file.FileIdentity;
import dev.leapp.core.internal.session.StopMarks;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.Sessions;
import java.util.Optional;

/**
 * That a session may be served: until it is stopped, and again while it is active after that. A look costs little as long as nobody
 * stopped it.
 *
 * @param mark what told the last stop from others when it was granted
 */
record Grant(Sessions sessions, StopMarks marks, SessionId session, Optional<FileIdentity> mark) {

    static Grant of(Sessions sessions, StopMarks marks, SessionId session) {
        return new Grant(sessions, marks, session, marks.of(session));
    }

    /** Fails if it was stopped, by whomever; a session that is gone fails where its credentials are got, too. */
    void require() {
        Optional<FileIdentity> now = marks.of(session);
        if (now.isPresent() && now.equals(mark)) {
            return;
        }
        var view = sessions.get(session);
        if (!view.state().isActive()) {
            throw stopped(view.session());
        }
    }

    private static SessionException stopped(Session session) {
        return new SessionException(
                CoreErrorCode.SESSION_NOT_ACTIVE,
                "Session '" + session.name() + "' was stopped",
                "'leapp session start " + session.name() + "' makes it available again");
    }
}

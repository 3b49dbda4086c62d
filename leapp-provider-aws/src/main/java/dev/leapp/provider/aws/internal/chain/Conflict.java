package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.session.Session;

/** Something of the user's is in the way. */
final class Conflict {

    private final Session session;

    Conflict(Session session) {
        this.session = session;
    }

    SessionException foreign(Wish wish) {
        return conflict(
                "Section " + wish.section() + " of " + wish.file().path() + " was not written by Leapp",
                "choose another named profile, or 'leapp session start \"" + session.name()
                        + "\" --takeover', which keeps what stands there and gives it back at stop");
    }

    SessionException twice(Wish wish) {
        return conflict(
                "Section " + wish.section() + " stands more than once in "
                        + wish.file().path(),
                "make one of them, or choose another named profile");
    }

    SessionException shadowed(Wish wish) {
        return conflict(
                "Section " + wish.section() + " of " + wish.file().path()
                        + " would win over a credential process of the same profile",
                "remove it, choose another named profile, or hand the session over by the credentials file");
    }

    private SessionException conflict(String what, String hint) {
        return new SessionException(
                CoreErrorCode.FOREIGN_SECTION, what + ": session " + session.name() + " was not published", hint);
    }
}

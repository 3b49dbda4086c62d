package dev.leapp.core.internal.issuance;

import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import java.time.Instant;
import java.util.Optional;

/** Takes down that credentials of a session were handed out. */
@FunctionalInterface
public interface IssuanceRecorder {

    /** Takes it down; a failure to do so is told to the user and fails nothing. */
    void handedOut(Session session, Use use, Optional<Instant> until);

    /** Returns what takes nothing down. */
    static IssuanceRecorder none() {
        return (session, use, until) -> {};
    }
}

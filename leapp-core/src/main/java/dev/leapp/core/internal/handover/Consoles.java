package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.internal.issuance.IssuanceRecorder;
import dev.leapp.core.internal.session.SessionLifecycle;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import java.util.Optional;

/** Signs in to web consoles. */
public record Consoles(SessionLifecycle sessions, IssuanceRecorder recorder) {

    Secret signIn(SessionId id, ConsoleRequest request) {
        Secret address = sessions.signIn(id, request);
        recorder.handedOut(sessions.get(id).session(), new Use("console", ""), Optional.empty());
        return address;
    }
}

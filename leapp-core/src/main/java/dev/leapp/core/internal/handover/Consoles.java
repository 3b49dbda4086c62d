package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.internal.issuance.IssuanceRecorder;
import dev.leapp.core.internal.plugin.Handing;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.Sessions;
import java.util.Optional;

/** Signs in to web consoles. */
public record Consoles(Sessions sessions, Handing handing, IssuanceRecorder recorder) {

    Secret signIn(SessionId id, ConsoleRequest request) {
        return Optional.<Secret>empty().orElseThrow();
    }
}

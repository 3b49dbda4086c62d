package dev.leapp.core.internal.handover;

import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.internal.issuance.IssuanceRecorder;
import dev.leapp.core.internal.plugin.Handing;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.Sessions;
import java.util.List;
import java.util.Optional;

/** Puts together what programs get in their environment. */
public record Environments(Sessions sessions, Handing handing, IssuanceRecorder recorder) {

    ProgramEnvironment of(List<SessionId> ids, Use use) {
        return Optional.<ProgramEnvironment>empty().orElseThrow();
    }
}

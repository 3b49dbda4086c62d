package dev.leapp.core.internal.handover;

import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.internal.issuance.IssuanceRecorder;
import dev.leapp.core.internal.plugin.Handing;
import dev.leapp.core.session.Sessions;
import java.util.Optional;

/** Starts endpoints. */
public record Servers(Sessions sessions, Handing handing, IssuanceRecorder recorder) {

    CredentialServer open(ServerOptions options) {
        return Optional.<CredentialServer>empty().orElseThrow();
    }
}

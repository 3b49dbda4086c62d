package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.Handovers;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import java.util.List;

/** Each way is a part of its own. */
public record DefaultHandovers(Environments environments, Servers servers, Consoles consoles) implements Handovers {

    @Override
    public ProgramEnvironment environment(List<SessionId> sessions, Use use) {
        return environments.of(sessions, use);
    }

    @Override
    public ProgramEnvironment emptyEnvironment() {
        return environments.empty();
    }

    @Override
    public CredentialServer serve(ServerOptions options) {
        return servers.open(options);
    }

    @Override
    public Secret console(SessionId session, ConsoleRequest request) {
        return consoles.signIn(session, request);
    }
}

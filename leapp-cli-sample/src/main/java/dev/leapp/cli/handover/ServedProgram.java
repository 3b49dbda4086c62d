package dev.leapp.cli.handover;

import dev.leapp.cli.exec.Program;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.handover.ServedSession;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a program with an endpoint beside it, for as long as the program runs. */
record ServedProgram(Context context) {

    int run(List<String> command, List<SessionView> sessions, Use use) {
        requireOnePerCloud(sessions);
        ServerOptions options = ServerOptions.of(HandedSessions.ids(sessions)).withUse(use);
        try (CredentialServer server = context.engine().handovers().serve(options)) {
            Program ready = Program.of(command, joined(server.sessions()))
                    .with(HandedSessions.VARIABLE, HandedSessions.of(sessions));
            context.leaveTerminal();
            return context.programs().run(ready);
        }
    }

    /** Before anybody is asked for anything. */
    private static void requireOnePerCloud(List<SessionView> sessions) {
        Map<String, SessionId> seen = new HashMap<>();
        for (SessionView view : sessions) {
            String cloud = view.session().type().cloudProvider();
            SessionId other = seen.put(cloud, view.session().id());
            if (other != null && !other.equals(view.session().id())) {
                throw Usage.error(
                        "A program's environment has room for the endpoint of one session of " + cloud,
                        "name one of them, or use 'leapp serve' for several");
            }
        }
    }

    private static ProgramEnvironment joined(List<ServedSession> served) {
        Map<String, Secret> variables = new LinkedHashMap<>();
        served.forEach(each -> variables.putAll(each.environment().variables()));
        return new ProgramEnvironment(
                variables,
                name -> served.stream().anyMatch(each -> each.environment().removes(name)));
    }
}

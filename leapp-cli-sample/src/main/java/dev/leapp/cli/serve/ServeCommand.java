package dev.leapp.cli.serve;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Protection;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.session.SessionChoice;
import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.ServedSession;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp serve}. */
@Command(
        name = "serve",
        description = {
            "Give programs on this machine the credentials of sessions, without a file, until Ctrl-C.",
            "Prints the variables that lead a program there; they hold a token, so whoever has them has the session.",
            "Standard error has a line for each request."
        },
        footer = {
            "",
            "Examples:",
            "  leapp serve ops                      prints lines for another terminal",
            "  leapp serve ops dev --output json    a line for a program for each session",
            "  leapp serve ops --port 9911 --token-file /run/user/1000",
            "A container reaches it only in the host's network, such as by docker run --network host."
        })
public final class ServeCommand implements Runnable {

    private static final int HIGHEST_PORT = 65_535;

    private final Context context;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description =
                    "The sessions' names, their ids, or unique beginnings of their ids; they need not be started.")
    List<String> names = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port of 127.0.0.1 to listen on; a free one unless given.")
    int port;

    @Option(
            names = "--token-file",
            paramLabel = "DIR",
            description = "Put each token into a file in this directory, for you alone, and print where it is instead.")
    @Nullable
    Path tokenFile;

    @Mixin
    Protection protection = new Protection();

    /**
     * Makes the command.
     *
     * @param context the run
     */
    public ServeCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw Usage.error("--port is a number up to " + HIGHEST_PORT + ", 0 for a free one", null);
        }
        Map<SessionId, String> asked = asked();
        try (Events events = new Events(context);
                CredentialServer server = context.engine().handovers().serve(options(asked, events));
                TokenFiles files = new TokenFiles(tokenFile)) {
            Instructions instructions = new Instructions(context);
            for (ServedSession served : server.sessions()) {
                context.redactor().add(served.token());
                String name =
                        asked.getOrDefault(served.session(), served.session().value());
                instructions.print(name, served, files.variables(served));
            }
            untilInterrupted(asked);
        }
    }

    private ServerOptions options(Map<SessionId, String> asked, Events events) {
        return ServerOptions.of(List.copyOf(asked.keySet()))
                .withPort(port)
                .withUse(new Use("serve", ""))
                .withListener(events);
    }

    /** Returns names by ids. */
    private Map<SessionId, String> asked() {
        Map<SessionId, String> asked = new LinkedHashMap<>();
        List<SessionView> sessions = SessionChoice.of(context, "serve", names);
        protection.require(
                context, "serve it", sessions.stream().map(SessionView::session).toList());
        for (SessionView view : sessions) {
            asked.put(view.session().id(), view.session().name());
        }
        return asked;
    }

    private void untilInterrupted(Map<SessionId, String> asked) {
        String names = String.join(", ", asked.values());
        context.out().note("serving " + names + "; Ctrl-C ends it");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.interrupted(); // Ctrl-C is how it ends
        }
    }
}

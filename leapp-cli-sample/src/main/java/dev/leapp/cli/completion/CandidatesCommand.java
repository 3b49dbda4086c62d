package dev.leapp.cli.completion;

import dev.leapp.cli.run.Context;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code leapp __complete}, which completion scripts call: asks nobody, and whatever goes wrong, prints nothing. */
@Command(name = CandidatesCommand.NAME, hidden = true, description = "Print what a shell can complete, a line each.")
public final class CandidatesCommand implements Runnable {

    /** What scripts call it. */
    public static final String NAME = "__complete";

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "sessions, profiles or integrations.")
    String kind;

    /**
     * Makes the command.
     *
     * @param context the run
     * @param kind what to print, unless the command line says so
     */
    public CandidatesCommand(Context context, String kind) {
        this.context = context;
        this.kind = kind;
    }

    @Override
    public void run() {
        context.askNobody();
        try {
            context.engine().workspaces().glance().stream()
                    .flatMap(this::names)
                    .filter(name -> name.chars().noneMatch(Character::isISOControl))
                    .distinct()
                    .forEach(context.out()::raw);
        } catch (RuntimeException quiet) {
            // Somebody is in the middle of a command line.
        }
    }

    private Stream<String> names(Workspace workspace) {
        return switch (kind) {
            case "sessions" -> workspace.sessions().stream().map(Session::name);
            case "profiles" -> workspace.profiles().stream().map(NamedProfile::name);
            case "integrations" -> workspace.integrations().stream().map(Integration::alias);
            default -> Stream.of();
        };
    }
}

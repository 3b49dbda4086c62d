package dev.leapp.cli;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Suggestions;
import dev.leapp.cli.run.Usage;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code leapp help}. */
@Command(
        name = "help",
        description = "Show the help of a command.",
        footer = {"", "Examples:", "  leapp help session add"})
final class HelpCommand implements Runnable {

    private final Context context;

    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command.")
    List<String> path = new ArrayList<>();

    @Option(
            names = {"-n", "--nested-commands"},
            hidden = true)
    boolean nested;

    HelpCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        CommandLine command = spec.root().commandLine();
        for (String name : path) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw unknown(command, name);
            }
            command = next;
        }
        context.out().raw(command.getUsageMessage(command.getColorScheme()).stripTrailing());
    }

    private static RuntimeException unknown(CommandLine command, String name) {
        return Usage.error(
                "'" + command.getCommandSpec().qualifiedName() + "' has no command '" + name + "'",
                Suggestions.nearest(name, command.getSubcommands().keySet())
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse(null));
    }
}

package dev.leapp.cli.run;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What a command does that only groups others: it says which there are. */
public final class Group {

    private Group() {}

    /**
     * Makes the error for a group that was given no command.
     *
     * @param spec the group
     * @return a usage error that names its commands
     */
    public static RuntimeException incomplete(CommandSpec spec) {
        String commands = spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .map(CommandSpec::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return Usage.error(
                "'" + spec.qualifiedName() + "' needs a command: " + commands,
                "'" + spec.qualifiedName() + " --help' explains them");
    }
}

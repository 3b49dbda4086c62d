package dev.leapp.cli.log;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp log}. */
@Command(
        name = "log",
        description = "Show and check the record of which credentials were handed out.",
        footer = {"", "Examples:", "  leapp log show --since 2d", "  leapp log verify"})
public final class LogGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private LogGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        CommandLine group = new CommandLine(new LogGroup());
        root.addSubcommand(group);
        group.addSubcommand(new CommandLine(new ShowCommand(context)));
        group.addSubcommand(new CommandLine(new VerifyCommand(context)));
        group.addSubcommand(new CommandLine(new OnCommand(context)));
        group.addSubcommand(new CommandLine(new OffCommand(context)));
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

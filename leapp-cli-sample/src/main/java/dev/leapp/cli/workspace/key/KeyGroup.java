package dev.leapp.cli.workspace.key;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp workspace key}. */
@Command(
        name = "key",
        description = {
            "Show and change what opens the workspace file.",
            "Key slots are alternatives: any one opens the file, so the weakest is its",
            "strength."
        },
        footer = {"", "Examples:", "  leapp workspace key list"})
public final class KeyGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private KeyGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param workspace where to
     * @param context the run
     */
    public static void addTo(CommandLine workspace, Context context) {
        CommandLine group = new CommandLine(new KeyGroup());
        workspace.addSubcommand(group);
        group.addSubcommand(new CommandLine(new ListCommand(context)));
        group.addSubcommand(new CommandLine(new AddCommand(context)));
        group.addSubcommand(new CommandLine(new RemoveCommand(context)));
        group.addSubcommand(new CommandLine(new RotateCommand(context)));
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

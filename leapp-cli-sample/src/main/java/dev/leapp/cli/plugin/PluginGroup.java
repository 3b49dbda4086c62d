package dev.leapp.cli.plugin;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp plugin}. */
@Command(
        name = "plugin",
        description = "Show the plug-ins.",
        footer = {"", "Examples:", "  leapp plugin list"})
public final class PluginGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private PluginGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        CommandLine group = new CommandLine(new PluginGroup());
        root.addSubcommand(group);
        group.addSubcommand(new CommandLine(new ListCommand(context)));
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

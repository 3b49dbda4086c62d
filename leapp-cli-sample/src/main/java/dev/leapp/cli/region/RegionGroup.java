package dev.leapp.cli.region;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp region}. */
@Command(
        name = "region",
        description = "Show and set the default AWS region.",
        footer = {"", "Examples:", "  leapp region get-default"})
public final class RegionGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private RegionGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        CommandLine group = new CommandLine(new RegionGroup());
        root.addSubcommand(group);
        group.addSubcommand(new CommandLine(new GetDefaultCommand(context)));
        group.addSubcommand(new CommandLine(new SetDefaultCommand(context)));
        group.addSubcommand(new CommandLine(new ListCommand(context)));
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

package dev.leapp.cli.profile;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp profile}. */
@Command(
        name = "profile",
        description = "Manage named profiles.",
        footer = {"", "Examples:", "  leapp profile list"})
public final class ProfileGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private ProfileGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        CommandLine group = new CommandLine(new ProfileGroup());
        root.addSubcommand(group);
        group.addSubcommand(new CommandLine(new ListCommand(context)));
        group.addSubcommand(new CommandLine(new CreateCommand(context)));
        group.addSubcommand(new CommandLine(new EditCommand(context)));
        group.addSubcommand(new CommandLine(new DeleteCommand(context)));
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

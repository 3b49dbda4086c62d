package dev.leapp.cli.secretstore;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp secret-store}. */
@Command(
        name = "secret-store",
        description = "Show, choose and change where long-term secrets lie.",
        footer = {"", "Examples:", "  leapp secret-store show"})
public final class SecretStoreGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private SecretStoreGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        CommandLine group = new CommandLine(new SecretStoreGroup());
        root.addSubcommand(group);
        group.addSubcommand(new CommandLine(new ShowCommand(context)));
        group.addSubcommand(new CommandLine(new UseCommand(context)));
        group.addSubcommand(new CommandLine(new MigrateCommand(context)));
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

package dev.leapp.cli.integration;

import dev.leapp.cli.field.FieldFlags;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp integration}. */
@Command(
        name = "integration",
        description = "Log in where your sessions come from, and bring them here.",
        footer = {"", "Examples:", "  leapp integration list", "  leapp integration login corp"})
public final class IntegrationGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private IntegrationGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     * @param fields the flags that plug-ins bring
     */
    public static void addTo(CommandLine root, Context context, FieldFlags fields) {
        CommandLine group = new CommandLine(new IntegrationGroup());
        root.addSubcommand(group);
        CommandLine create = new CommandLine(new CreateCommand(context, fields));
        CommandLine edit = new CommandLine(new EditCommand(context, fields));
        fields.addTo(create.getCommandSpec());
        fields.addTo(edit.getCommandSpec());
        List.of(
                        create,
                        new CommandLine(new ListCommand(context)),
                        new CommandLine(new ShowCommand(context)),
                        new CommandLine(new LoginCommand(context)),
                        new CommandLine(new SyncCommand(context)),
                        new CommandLine(new LogoutCommand(context)),
                        edit,
                        new CommandLine(new DeleteCommand(context)))
                .forEach(group::addSubcommand);
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

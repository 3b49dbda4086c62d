package dev.leapp.cli.idpurl;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp idp-url}. */
@Command(
        name = "idp-url",
        description = "Manage the URLs of SAML identity providers.",
        footer = {"", "Examples:", "  leapp idp-url list"})
public final class IdpUrlGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private IdpUrlGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        CommandLine group = new CommandLine(new IdpUrlGroup());
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

package dev.leapp.cli.session;

import dev.leapp.cli.field.FieldFlags;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Group;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code leapp session}. */
@Command(
        name = "session",
        description = "Add, start and stop sessions.",
        footer = {"", "Examples:", "  leapp session list"})
public final class SessionGroup implements Runnable {

    @Spec
    CommandSpec spec;

    private SessionGroup() {}

    /**
     * Adds the group and its commands.
     *
     * @param root where to
     * @param context the run
     * @param fields the flags that plug-ins bring
     */
    public static void addTo(CommandLine root, Context context, FieldFlags fields) {
        CommandLine group = new CommandLine(new SessionGroup());
        root.addSubcommand(group);
        CommandLine add = new CommandLine(new AddCommand(context, fields));
        CommandLine edit = new CommandLine(new EditCommand(context, fields));
        fields.addTo(add.getCommandSpec());
        fields.addTo(edit.getCommandSpec());
        List.of(
                        add,
                        new CommandLine(new ListCommand(context)),
                        new CommandLine(new StartCommand(context)),
                        new CommandLine(new StopCommand(context)),
                        new CommandLine(new RotateCommand(context)),
                        new CommandLine(new RotateKeyCommand(context)),
                        new CommandLine(new GenerateCommand(context)),
                        new CommandLine(new CurrentCommand(context)),
                        new CommandLine(new GetIdCommand(context)),
                        new CommandLine(new ConsoleCommand(context)),
                        edit,
                        new CommandLine(new TagCommand(context)),
                        new CommandLine(new FavouriteCommand(context)),
                        new CommandLine(new DeleteCommand(context)),
                        new CommandLine(new ChangeProfileCommand(context)),
                        new CommandLine(new ChangeRegionCommand(context)))
                .forEach(group::addSubcommand);
        group.addSubcommand("favorite", hidden(new CommandLine(new FavouriteCommand(context))));
    }

    private static CommandLine hidden(CommandLine command) {
        command.getCommandSpec().usageMessage().hidden(true);
        return command;
    }

    @Override
    public void run() {
        throw Group.incomplete(spec);
    }
}

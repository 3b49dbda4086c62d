package dev.leapp.cli.handover;

import dev.leapp.cli.run.Context;
import java.util.Objects;
import picocli.CommandLine;

/** The commands of this package. */
public final class HandoverCommands {

    private HandoverCommands() {}

    /**
     * Adds them.
     *
     * @param root where to; has the group {@code session} already
     * @param context the run
     */
    public static void addTo(CommandLine root, Context context) {
        root.addSubcommand(new CommandLine(new ExecCommand(context)));
        root.addSubcommand(new CommandLine(new EnvCommand(context)));
        Objects.requireNonNull(root.getSubcommands().get("session"))
                .addSubcommand(new CommandLine(new SsmCommand(context)));
    }
}

package dev.leapp.cli.workspace;

import dev.leapp.cli.run.Context;
import picocli.CommandLine.Command;

/** {@code leapp workspace show}. */
@Command(
        name = "show",
        description = "Show where the workspace lies, what is in it, and its defaults.",
        footer = {"", "Examples:", "  leapp workspace show --output json"})
final class ShowCommand implements Runnable {

    private final Context context;

    ShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        WorkspaceCommand.show(context);
    }
}

package dev.leapp.cli.log;

import dev.leapp.cli.run.Context;
import picocli.CommandLine.Command;

/** {@code leapp log on}. */
@Command(
        name = "on",
        description = "Record from now on which credentials are handed out, as without any setting.",
        footer = {"", "Examples:", "  leapp log on"})
final class OnCommand implements Runnable {

    private final Context context;

    OnCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Switch.turn(context, true);
    }
}

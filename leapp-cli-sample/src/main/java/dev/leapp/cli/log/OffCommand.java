package dev.leapp.cli.log;

import dev.leapp.cli.run.Context;
import picocli.CommandLine.Command;

/** {@code leapp log off}. */
@Command(
        name = "off",
        description = "Record nothing any more but this. What is recorded stays.",
        footer = {"", "Examples:", "  leapp log off"})
final class OffCommand implements Runnable {

    private final Context context;

    OffCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Switch.turn(context, false);
    }
}

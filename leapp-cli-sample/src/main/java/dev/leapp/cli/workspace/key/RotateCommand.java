package dev.leapp.cli.workspace.key;

import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leapp workspace key rotate}. */
@Command(
        name = "rotate",
        description = {
            "Give the workspace a new key, in the same key slots.",
            "Older generations are sealed under it. Generations that don't open here, and",
            "files that recoveries have put aside, are deleted. Copies that were made",
            "elsewhere stay readable."
        },
        footer = {"", "Examples:", "  leapp workspace key rotate", "  leapp workspace key rotate --drop-others --force"
        })
final class RotateCommand implements Runnable {

    private final Context context;

    @Option(names = "--drop-others", description = "Take slots away that don't open here.")
    boolean dropOthers;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask.")
    boolean force;

    RotateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        new Confirmation(context, force)
                .requireYes(
                        "Give the workspace a new key? Generations that don't open here are deleted",
                        "Rotating the key deletes generations that don't open here");
        new RotationReport(context).rotated(context.engine().workspaceFile().rotateKey(dropOthers));
    }
}

package dev.leapp.cli.tour;

import dev.leapp.cli.run.Context;
import picocli.CommandLine.Command;

/** {@code leapp tour}. */
@Command(
        name = "tour",
        description = {
            "See it work: add a session, start it, use it, rotate it, stop it. Then log in to IAM Identity",
            "Center, sync what is there, use a role, log out.",
            "In a throw-away home and against a local stand-in of AWS: no account is needed,",
            "and nothing of yours is touched."
        },
        footer = {"", "Examples:", "  leapp tour"})
public final class TourCommand implements Runnable {

    private final Context context;

    /**
     * Makes the command.
     *
     * @param context the run
     */
    public TourCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        new Tour(context).run();
    }
}

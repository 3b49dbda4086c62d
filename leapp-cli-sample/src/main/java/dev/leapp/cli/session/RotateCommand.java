package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp session rotate}. */
@Command(
        name = "rotate",
        description = "Replace the credentials of an active session by new ones; if that fails, the old ones stay.",
        footer = {"", "Examples:", "  leapp session rotate ops"})
final class RotateCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    RotateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SessionView view = session.find(
                context,
                "rotate",
                each -> each.status() == SessionStatus.ACTIVE || each.status() == SessionStatus.EXPIRED);
        SessionView rotated = context.engine().sessions().rotate(view.session().id());
        context.out().result(SessionResults.of(rotated, StartCommand.sentence(context, rotated, "rotated")));
    }
}

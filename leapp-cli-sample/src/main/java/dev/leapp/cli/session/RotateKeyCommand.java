package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Protection;
import dev.leapp.core.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp session rotate-key}. */
@Command(
        name = "rotate-key",
        description = {
            "Give a session a new long-term key: create it, see it work, and only then delete the old one.",
            "Interrupted, it is completed by the next run."
        },
        footer = {"", "Examples:", "  leapp session rotate-key ops"})
final class RotateKeyCommand implements Runnable {

    private static final String ACTION = "rotate-key";

    private final Context context;

    @Mixin
    SessionArgument session;

    @Mixin
    Protection protection;

    RotateKeyCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SessionView view = session.find(context, "rotate the key of", this::hasKey);
        protection.require(context, "replace its key", view.session());
        String done = context.engine().sessions().act(view.session().id(), ACTION);
        SessionView after = context.engine().sessions().get(view.session().id());
        context.out()
                .result(SessionResults.of(after, "session " + after.session().name() + ": " + done));
    }

    private boolean hasKey(SessionView each) {
        return context.engine().plugins().sessionActions(each.session().type()).stream()
                .anyMatch(action -> action.id().equals(ACTION));
    }
}

package dev.leapp.cli.session;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.core.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp session get-id}. */
@Command(
        name = "get-id",
        description = "Print a session's id.",
        footer = {"", "Examples:", "  leapp session get-id ops"})
final class GetIdCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    GetIdCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SessionView view = session.find(context, "print the id of", any -> true);
        String id = view.session().id().value();
        context.out()
                .result(new Result(id)
                        .with("id", id)
                        .with("name", view.session().name()));
    }
}

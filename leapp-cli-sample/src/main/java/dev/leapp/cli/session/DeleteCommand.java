package dev.leapp.cli.session;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Protection;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionView;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp session delete}. */
@Command(
        name = "delete",
        description = "Remove a session with its secrets; an active one is stopped first.",
        footer = {"", "Examples:", "  leapp session delete ops", "  leapp session delete ops --force"})
final class DeleteCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask; remove the sessions that hang on it too.")
    boolean force;

    @Mixin
    Protection protection;

    DeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        SessionView view = session.find(context, "delete", any -> true);
        List<Session> dependents =
                context.engine().sessions().dependents(view.session().id());
        protection.require(
                context,
                "delete it",
                Stream.concat(Stream.of(view.session()), dependents.stream()).toList());
        String name = view.session().name();
        String names = Confirmation.names(dependents);
        new Confirmation(context, force)
                .require(
                        "Delete session " + name + " and its secrets?",
                        "Delete session " + name + ", its secrets, and with it " + names + "?",
                        "Session " + name + " is needed by " + names,
                        "--force deletes them too",
                        dependents);
        List<Session> gone = context.engine().sessions().delete(view.session().id(), !dependents.isEmpty());
        String also = dependents.isEmpty() ? "" : ", and with it " + names;
        context.out()
                .result(new Result("session " + name + " deleted" + also)
                        .with("id", view.session().id())
                        .with("name", name)
                        .with("status", "deleted")
                        .with("deleted", gone.stream().map(each -> each.id()).toList()));
    }
}

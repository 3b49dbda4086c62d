package dev.leapp.cli.integration;

import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp integration delete}. */
@Command(
        name = "delete",
        description = {
            "Log out and remove an integration, with the sessions that come from it and those that",
            "hang on them; active ones are stopped first."
        },
        footer = {"", "Examples:", "  leapp integration delete corp", "  leapp integration delete corp --force"})
final class DeleteCommand implements Runnable {

    private final Context context;

    @Mixin
    IntegrationArgument which;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask; remove its sessions too.")
    boolean force;

    DeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        IntegrationView view = which.findNamed(context, "delete");
        String alias = view.integration().alias();
        List<Session> dependents =
                context.engine().integrations().dependents(view.integration().id());
        String sessions = Numbers.of(dependents.size(), "session") + " (" + Confirmation.names(dependents) + ")";
        new Confirmation(context, force)
                .require(
                        "Delete integration " + alias + "?",
                        "Delete integration " + alias + ", and with it " + sessions + "?",
                        "Integration " + alias + " has " + sessions,
                        "--force deletes them too",
                        dependents);
        List<Session> gone =
                context.engine().integrations().delete(view.integration().id(), !dependents.isEmpty());
        String also = gone.isEmpty() ? "" : ", and with it " + Numbers.of(gone.size(), "session");
        context.out()
                .result(new Result("integration " + alias + " deleted" + also)
                        .with("id", view.integration().id())
                        .with("name", alias)
                        .with("status", "deleted")
                        .with("deleted", gone.stream().map(Session::id).toList()));
    }
}

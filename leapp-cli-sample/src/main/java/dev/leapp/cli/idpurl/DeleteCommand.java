package dev.leapp.cli.idpurl;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.core.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp idp-url delete}. */
@Command(
        name = "delete",
        description = "Remove an identity provider URL, and the sessions that use it.",
        footer = {"", "Examples:", "  leapp idp-url delete https://sso.example.com/saml/aws"})
final class DeleteCommand implements Runnable {

    private final Context context;

    @Mixin
    IdpUrlArgument which;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask; remove the sessions that use it too.")
    boolean force;

    DeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String reference = which.reference(context);
        List<Session> affected = context.engine().workspaces().sessionsUsingIdpUrl(reference);
        String names = Confirmation.names(affected);
        new Confirmation(context, force)
                .require(
                        "Delete " + reference + "?",
                        "Delete " + reference + " and the sessions that use it (" + names + ")?",
                        "These sessions use " + reference + ": " + names,
                        "--force deletes them too",
                        affected);
        List<Session> gone = context.engine().workspaces().deleteIdpUrl(reference, !affected.isEmpty());
        String also = gone.isEmpty() ? "" : ", and with it " + Confirmation.names(gone);
        context.out()
                .result(new Result("identity provider URL deleted" + also)
                        .with("url", reference)
                        .with("status", "deleted")
                        .with("deleted", gone.stream().map(Session::id).toList()));
    }
}

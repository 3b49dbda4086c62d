package dev.leapp.cli.profile;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.core.session.Session;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp profile delete}. */
@Command(
        name = "delete",
        description = "Remove a profile; its sessions move to the profile 'default'.",
        footer = {"", "Examples:", "  leapp profile delete production --force"})
final class DeleteCommand implements Runnable {

    private final Context context;

    @Mixin
    ProfileArgument profile;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask; move its sessions.")
    boolean force;

    DeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String reference = profile.reference(context);
        List<Session> affected = context.engine().workspaces().sessionsOnProfile(reference);
        String names = Confirmation.names(affected);
        new Confirmation(context, force)
                .require(
                        "Delete profile " + reference + "?",
                        "Delete profile " + reference + " and move its sessions (" + names + ") to 'default'?",
                        "Profile " + reference + " has sessions: " + names,
                        "--force moves them to the profile 'default'",
                        affected);
        List<Session> moved = context.engine().workspaces().deleteProfile(reference, !affected.isEmpty());
        String also = moved.isEmpty() ? "" : "; now on profile default: " + Confirmation.names(moved);
        context.out()
                .result(new Result("profile " + reference + " deleted" + also)
                        .with("profile", reference)
                        .with("status", "deleted")
                        .with("moved", moved.stream().map(Session::id).toList()));
    }
}

package dev.leapp.cli.profile;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Value;
import dev.leapp.core.workspace.NamedProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp profile edit}. */
@Command(
        name = "edit",
        description = "Rename a profile; active sessions on it are started again under the new name.",
        footer = {"", "Examples:", "  leapp profile edit production prod"})
final class EditCommand implements Runnable {

    private final Context context;

    @Mixin
    ProfileArgument profile;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Its new name.")
    @Nullable
    String newName;

    @Option(names = "--name", paramLabel = "NAME", description = "The same as NAME.")
    @Nullable
    String name;

    @Option(
            names = {"--profile-name", "--profileName"},
            hidden = true)
    @Nullable
    String profileName;

    EditCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String reference = profile.reference(context);
        String wanted = Value.required(context, "NAME", "New name", newName, name, profileName);
        NamedProfile renamed = context.engine().workspaces().renameProfile(reference, wanted);
        context.out().result(CreateCommand.result(renamed, "profile renamed to " + renamed.name()));
    }
}

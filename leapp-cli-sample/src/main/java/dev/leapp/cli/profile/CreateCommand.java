package dev.leapp.cli.profile;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Value;
import dev.leapp.core.workspace.NamedProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp profile create}. */
@Command(
        name = "create",
        description = "Make a named profile.",
        footer = {"", "Examples:", "  leapp profile create production"})
final class CreateCommand implements Runnable {

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The profile's name.")
    @Nullable
    String name;

    @Option(
            names = {"--profile-name", "--profileName"},
            hidden = true)
    @Nullable
    String profileName;

    CreateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        String wanted = Value.required(context, "NAME", "Profile name", name, profileName);
        NamedProfile profile = context.engine().workspaces().createProfile(wanted);
        context.out().result(result(profile, "profile " + profile.name() + " created"));
    }

    static Result result(NamedProfile profile, String sentence) {
        return new Result(sentence).with("id", profile.id()).with("name", profile.name());
    }
}

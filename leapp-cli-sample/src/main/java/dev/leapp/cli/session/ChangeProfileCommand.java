package dev.leapp.cli.session;

import dev.leapp.cli.completion.ProfileNames;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.workspace.NamedProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp session change-profile}. */
@Command(
        name = "change-profile",
        description = "Move a session to another named profile; an active one is started again there.",
        footer = {"", "Examples:", "  leapp session change-profile ops production"})
final class ChangeProfileCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PROFILE",
            completionCandidates = ProfileNames.class,
            description = "The profile; made if it is not there.")
    @Nullable
    String target;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            completionCandidates = ProfileNames.class,
            description = "The same as PROFILE.")
    @Nullable
    String profile;

    @Option(
            names = {"--profile-id", "--profileId"},
            hidden = true)
    @Nullable
    String profileId;

    ChangeProfileCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (target != null && profile != null) {
            throw Usage.error("Give the profile once", null);
        }
        SessionView view = session.find(context, "move", any -> true);
        String name = Profiles.name(context, target == null ? profile : target, profileId)
                .orElseGet(this::choose);
        SessionView after = context.engine()
                .sessions()
                .edit(view.session().id(), SessionEdit.builder().profile(name).build());
        context.out()
                .result(SessionResults.of(after, "session " + after.session().name() + " is now on profile " + name));
    }

    private String choose() {
        if (!context.ask().interactive()) {
            throw Usage.error("Missing PROFILE", "'leapp profile list' shows them; a new name makes a new one");
        }
        List<NamedProfile> profiles = context.engine().workspaces().read().profiles();
        return context.ask().choose("Profile", profiles, NamedProfile::name).name();
    }
}

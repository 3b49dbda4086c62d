package dev.leapp.cli.profile;

import dev.leapp.cli.completion.ProfileNames;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.workspace.NamedProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which profile a command is about. */
final class ProfileArgument {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PROFILE",
            completionCandidates = ProfileNames.class,
            description = "The profile's name, its id, or a unique beginning of its id.")
    @Nullable
    String name;

    @Option(
            names = {"--profile-id", "--profileId"},
            hidden = true)
    @Nullable
    String id;

    /** Returns the reference; on a terminal, one that may be changed is chosen from a list. */
    String reference(Context context) {
        if (name != null && id != null) {
            throw Usage.error("Give the profile once", null);
        }
        if (name != null || id != null) {
            return id == null ? String.valueOf(name) : id;
        }
        List<NamedProfile> changeable = context.engine().workspaces().read().profiles().stream()
                .filter(profile -> !profile.name().equals(NamedProfile.DEFAULT))
                .toList();
        if (!context.ask().interactive() || changeable.isEmpty()) {
            throw Usage.error("Missing PROFILE", "'leapp profile list' shows them");
        }
        return context.ask()
                .choose("Profile", changeable, NamedProfile::name)
                .id()
                .value();
    }
}

package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.workspace.NamedProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The named profile that flags mean: {@code --profile} a name, the older {@code --profileId} an id. */
final class Profiles {

    private Profiles() {}

    static Optional<String> name(Context context, @Nullable String name, @Nullable String id) {
        if (name != null && id != null) {
            throw Usage.error("Give only one of --profile, --profileId", null);
        }
        if (name != null) {
            return Optional.of(checked(name));
        }
        return id == null ? Optional.empty() : Optional.of(byId(context, id));
    }

    private static String checked(String name) {
        try {
            return new NamedProfile(new ProfileId("unchecked"), name).name();
        } catch (IllegalArgumentException wrong) {
            throw Usage.error(
                    "That can't be a profile name: it is empty, or has brackets or white space at its ends", null);
        }
    }

    private static String byId(Context context, String id) {
        return context.engine().workspaces().read().profiles().stream()
                .filter(profile -> profile.id().value().equals(id))
                .findFirst()
                .map(NamedProfile::name)
                .orElseThrow(() -> new LeappException(
                        CoreErrorCode.PROFILE_NOT_FOUND,
                        "There is no profile with the id " + id,
                        "'leapp profile list -x' shows the ids; --profile takes a name"));
    }
}

package dev.leapp.core.internal.definition;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.workspace.NamedProfile;

/** Turns a malformed profile name into an error for the user. */
final class ProfileNames {

    private ProfileNames() {}

    static NamedProfile checked(ProfileId id, String name) {
        try {
            return new NamedProfile(id, name);
        } catch (IllegalArgumentException e) {
            throw new LeappException(
                    CoreErrorCode.INVALID_VALUE,
                    "A profile can't have that name",
                    "a profile name has no brackets, no control characters, and no white space at its ends",
                    e);
        }
    }
}

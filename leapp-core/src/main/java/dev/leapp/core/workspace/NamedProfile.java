package dev.leapp.core.workspace;

import dev.leapp.core.session.ProfileId;

/**
 * A named profile, as the AWS tools call it: under which name credentials are made available.
 *
 * @param id its id
 * @param name its name, without line breaks, brackets, or white space at the ends
 * @since 0.1
 */
public record NamedProfile(ProfileId id, String name) {

    /** The name of the profile that is always there. */
    public static final String DEFAULT = "default";

    /**
     * Checks the name.
     *
     * @param id its id
     * @param name its name
     * @throws IllegalArgumentException if the name can't be written as a section of an AWS file
     */
    public NamedProfile {
        if (name.isBlank()
                || !name.strip().equals(name)
                || name.chars().anyMatch(c -> c < ' ' || c == 127 || c == '[' || c == ']')) {
            throw new IllegalArgumentException("Not a profile name: '" + name.replaceAll("\\p{Cntrl}", "?") + "'");
        }
    }
}

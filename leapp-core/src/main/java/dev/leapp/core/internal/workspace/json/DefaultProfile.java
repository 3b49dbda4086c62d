package dev.leapp.core.internal.workspace.json;

import dev.leapp.core.session.ProfileId;
import dev.leapp.core.workspace.NamedProfile;

/** The named profile of a workspace in which nobody entered any. */
public final class DefaultProfile {

    /** Its id is the same for everybody, so that whoever reads before the first write sees the id that will be written. */
    public static final NamedProfile VALUE =
            new NamedProfile(new ProfileId("00000000-0000-4000-8000-64656661756c"), NamedProfile.DEFAULT);

    private DefaultProfile() {}
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;

/** What a snapshot holds that a user has entered, as opposed to what comes and goes with starting and stopping. */
final class Definitions {

    /** The same for everybody, so that whoever reads before the first write sees the id that will be written. */
    private static final ProfileId DEFAULT_PROFILE = new ProfileId("00000000-0000-4000-8000-64656661756c");

    private Definitions() {}

    /** Returns what a user has who has entered nothing: the profile {@code default}. */
    static Snapshot none() {
        Workspace workspace = Workspace.builder()
                .profile(new NamedProfile(DEFAULT_PROFILE, NamedProfile.DEFAULT))
                .build();
        return new Snapshot(workspace, Map.of());
    }

    /** Tells whether both have the same definitions; when a session was last started is none. */
    static boolean same(Snapshot one, Snapshot other) {
        return withoutTimes(one.workspace()).equals(withoutTimes(other.workspace()));
    }

    private static Workspace withoutTimes(Workspace workspace) {
        Workspace.Builder builder = workspace.toBuilder();
        for (Session session : workspace.sessions()) {
            if (session.lastStartedAt().isPresent()) {
                builder.session(session.toBuilder().lastStartedAt(null).build());
            }
        }
        return builder.build();
    }
}

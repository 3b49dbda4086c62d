package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.workspace.json.DefaultProfile;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;

/** What a snapshot holds that a user has entered, as opposed to what comes and goes with starting and stopping. */
final class Definitions {

    private Definitions() {}

    /** Returns what a user has who has entered nothing: the profile {@code default}. */
    static Snapshot none() {
        Workspace workspace = Workspace.builder().profile(DefaultProfile.VALUE).build();
        return new Snapshot(workspace, Map.of());
    }

    /** Tells whether both have the same definitions; when a session was last started is none. */
    static boolean same(Snapshot one, Snapshot other) {
        return one.workspace().equals(other.workspace())
                || withoutTimes(one.workspace()).equals(withoutTimes(other.workspace()));
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

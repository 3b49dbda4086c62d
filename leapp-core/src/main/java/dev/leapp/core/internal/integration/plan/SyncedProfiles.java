package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named profiles that a sync made for a session: they have the name that it gave the session. */
public final class SyncedProfiles {

    private SyncedProfiles() {}

    /** Returns those of sessions that go, unless others are on them, too. */
    public static List<ProfileId> without(Map<SessionId, Session> going, Workspace workspace) {
        Set<ProfileId> made = new HashSet<>();
        for (Session session : going.values()) {
            session.profileId()
                    .flatMap(workspace::profile)
                    .filter(profile -> isMadeFor(session, profile))
                    .ifPresent(profile -> made.add(profile.id()));
        }
        workspace.sessions().stream()
                .filter(session -> !going.containsKey(session.id()))
                .forEach(session -> session.profileId().ifPresent(made::remove));
        return List.copyOf(made);
    }

    private static boolean isMadeFor(Session session, NamedProfile profile) {
        return !profile.name().equals(NamedProfile.DEFAULT)
                && session.origin()
                        .flatMap(SessionOrigin::upstreamName)
                        .filter(profile.name()::equals)
                        .isPresent();
    }
}

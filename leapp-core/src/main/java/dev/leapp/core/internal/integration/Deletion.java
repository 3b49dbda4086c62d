package dev.leapp.core.internal.integration;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.integration.plan.SyncPlanner;
import dev.leapp.core.internal.integration.plan.SyncedProfiles;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.internal.session.Dependents;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Removes an integration, and all that depends on it if that is wanted. */
record Deletion(Removal removal, Logins logins) {

    /** Returns the sessions that depend on an integration, those that hang on others first. */
    static List<Session> dependents(Workspace workspace, IntegrationId id) {
        Map<SessionId, Session> own = new LinkedHashMap<>();
        SyncPlanner.ours(workspace, id).forEach(session -> own.put(session.id(), session));
        workspace.referringTo(id.value()).forEach(session -> own.putIfAbsent(session.id(), session));
        List<Session> all = new ArrayList<>(Dependents.ofAll(own.keySet(), workspace));
        all.addAll(own.values());
        return List.copyOf(all);
    }

    List<Session> delete(Integration integration, boolean cascade) {
        List<Session> inTheWay = dependents(removal.repository().read().workspace(), integration.id());
        requireFree(integration, inTheWay, cascade);
        removal.repository().requireWritable();
        logout(integration);
        List<Session> gone = removal.carryOut(snapshot -> step(snapshot, integration, cascade))
                .orElseThrow(() -> IntegrationTexts.overtaken(integration))
                .going();
        logout(integration);
        return gone;
    }

    private static Removal.Step<Boolean> step(Snapshot snapshot, Integration integration, boolean cascade) {
        Workspace workspace = snapshot.workspace();
        List<Session> going = dependents(workspace, integration.id());
        requireFree(integration, going, cascade);
        Map<SessionId, Session> byId = new LinkedHashMap<>();
        going.forEach(session -> byId.put(session.id(), session));
        Workspace.Builder next = workspace.toBuilder().removeIntegration(integration.id());
        byId.keySet().forEach(next::removeSession);
        SyncedProfiles.without(byId, workspace).forEach(next::removeProfile);
        Update<Boolean> update =
                new Update<>(snapshot.with(next.build()), true, "delete integration " + integration.alias());
        return new Removal.Step<>(update, going);
    }

    private static void requireFree(Integration integration, List<Session> inTheWay, boolean cascade) {
        if (!inTheWay.isEmpty() && !cascade) {
            throw IntegrationTexts.stillReferredTo(integration, inTheWay);
        }
    }

    /** One that no plug-in serves can be deleted, too. Done again afterwards: a session that was just starting may have logged in. */
    private void logout(Integration integration) {
        try {
            logins.logout(integration);
        } catch (LeappException e) {
            if (e.code() != CoreErrorCode.UNKNOWN_INTEGRATION_TYPE) {
                throw e;
            }
        }
    }
}

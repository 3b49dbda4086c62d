package dev.leapp.core.internal.integration;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How integrations stand. Looks at each session once, and touches neither the secret store nor the network. */
record IntegrationViews(Logins logins) {

    List<IntegrationView> all(Workspace workspace) {
        Map<IntegrationId, Integer> sessions = new HashMap<>();
        Map<IntegrationId, Integer> orphaned = new HashMap<>();
        workspace
                .sessions()
                .forEach(session -> session.origin().ifPresent(origin -> count(origin, sessions, orphaned)));
        return workspace.integrations().stream()
                .map(each -> view(each, sessions.getOrDefault(each.id(), 0), orphaned.getOrDefault(each.id(), 0)))
                .toList();
    }

    IntegrationView one(Workspace workspace, IntegrationId id) {
        return all(workspace).stream()
                .filter(view -> view.integration().id().equals(id))
                .findFirst()
                .orElseThrow(() -> IntegrationTexts.notFound(id.value()));
    }

    private IntegrationView view(Integration integration, int sessions, int orphaned) {
        return new IntegrationView(integration, logins.state(integration.id()), sessions, orphaned);
    }

    private static void count(
            SessionOrigin origin, Map<IntegrationId, Integer> sessions, Map<IntegrationId, Integer> orphaned) {
        sessions.merge(origin.integration(), 1, Integer::sum);
        if (origin.orphanedSince().isPresent()) {
            orphaned.merge(origin.integration(), 1, Integer::sum);
        }
    }
}

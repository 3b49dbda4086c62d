package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.Workspace;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What cached credentials are good for: one session, one request, and the settings that they were issued under, those of its parents and
 * of the integrations that they come from included.
 *
 * @param session whose they are
 * @param requestDigest what was asked for, as a file name
 * @param settingsDigest under which settings
 */
public record CachedFor(SessionId session, String requestDigest, String settingsDigest) {

    private static final int SHORT = 32;

    public static CachedFor of(Session session, Workspace workspace, CredentialRequest request) {
        StringBuilder settings = new StringBuilder();
        describe(session, workspace, settings, new HashSet<>());
        return new CachedFor(session.id(), requestDigest(request), Digests.of(settings.toString()));
    }

    /** Returns what was asked for, as a file name. */
    public static String requestDigest(CredentialRequest request) {
        StringBuilder asked = new StringBuilder();
        request.parameters().forEach((name, value) -> {
            Digests.field(asked, name);
            Digests.field(asked, value);
        });
        return Digests.of(asked.toString()).substring(0, SHORT);
    }

    private static void describe(Session session, Workspace workspace, StringBuilder into, Set<SessionId> seen) {
        if (!seen.add(session.id())) {
            return;
        }
        Digests.field(into, session.id().value());
        Digests.field(into, session.type().value());
        Digests.field(into, session.region());
        for (Map.Entry<String, String> setting : session.settings().entrySet()) {
            Digests.field(into, setting.getKey());
            Digests.field(into, setting.getValue());
            parent(setting.getValue(), workspace).ifPresent(parent -> describe(parent, workspace, into, seen));
            integration(setting.getValue(), workspace).ifPresent(integration -> describe(integration, into));
        }
    }

    /** What it is called does not matter. */
    private static void describe(Integration integration, StringBuilder into) {
        Digests.field(into, integration.id().value());
        Digests.field(into, integration.type());
        Digests.field(into, Integer.toString(integration.settings().size()));
        new TreeMap<>(integration.settings()).forEach((name, value) -> {
            Digests.field(into, name);
            Digests.field(into, value);
        });
    }

    private static Optional<Integration> integration(String value, Workspace workspace) {
        return workspace.integrations().stream()
                .filter(integration -> integration.id().value().equals(value))
                .findFirst();
    }

    private static Optional<Session> parent(String value, Workspace workspace) {
        return workspace.sessions().stream()
                .filter(session -> session.id().value().equals(value))
                .findFirst();
    }
}

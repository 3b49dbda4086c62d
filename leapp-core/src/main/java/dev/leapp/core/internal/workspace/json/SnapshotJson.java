package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A snapshot as JSON, mapped by hand. What it does not know it leaves where it is. */
final class SnapshotJson {

    private static final String SESSIONS = "sessions";
    private static final String PROFILES = "profiles";
    private static final String IDP_URLS = "idpUrls";
    private static final String INTEGRATIONS = "integrations";
    private static final String STATES = "states";

    private SnapshotJson() {}

    static Snapshot read(ObjectNode root) throws MalformedDocumentException {
        try {
            return new Snapshot(workspace(root), states(root));
        } catch (IllegalArgumentException e) {
            throw MalformedDocumentException.damaged("a value is out of its bounds", e);
        }
    }

    static void write(ObjectNode root, Snapshot snapshot) {
        Workspace workspace = snapshot.workspace();
        root.put("defaultRegion", workspace.defaultRegion());
        root.put("defaultLocation", workspace.defaultLocation());
        JsonFields.put(root, "settings", workspace.settings());
        JsonFields.patch(
                root,
                PROFILES,
                workspace.profiles(),
                profile -> profile.id().value(),
                (node, profile) -> node.put("name", profile.name()));
        JsonFields.patch(
                root,
                IDP_URLS,
                workspace.idpUrls(),
                url -> url.id().value(),
                (node, url) -> node.put("url", url.url()));
        JsonFields.patch(
                root,
                INTEGRATIONS,
                workspace.integrations(),
                found -> found.id().value(),
                SnapshotJson::write);
        JsonFields.patch(
                root, SESSIONS, workspace.sessions(), session -> session.id().value(), SessionJson::write);
        ObjectNode states = root.putObject(STATES);
        snapshot.states().forEach((id, state) -> StateJson.write(states.putObject(id.value()), state));
    }

    private static Workspace workspace(ObjectNode root) throws MalformedDocumentException {
        Workspace.Builder builder = Workspace.builder()
                .defaultRegion(JsonFields.text(root, "defaultRegion"))
                .defaultLocation(JsonFields.text(root, "defaultLocation"));
        JsonFields.texts(root, "settings").forEach(builder::setting);
        for (ObjectNode node : distinct(root, PROFILES)) {
            builder.profile(
                    new NamedProfile(new ProfileId(JsonFields.text(node, "id")), JsonFields.text(node, "name")));
        }
        for (ObjectNode node : distinct(root, IDP_URLS)) {
            builder.idpUrl(new IdpUrl(new IdpUrlId(JsonFields.text(node, "id")), JsonFields.text(node, "url")));
        }
        for (ObjectNode node : distinct(root, INTEGRATIONS)) {
            builder.integration(integration(node));
        }
        for (ObjectNode node : distinct(root, SESSIONS)) {
            builder.session(SessionJson.read(node));
        }
        return builder.build();
    }

    private static Integration integration(ObjectNode node) throws MalformedDocumentException {
        return new Integration(
                new IntegrationId(JsonFields.text(node, "id")),
                JsonFields.text(node, "alias"),
                JsonFields.text(node, "type"),
                JsonFields.texts(node, "settings"));
    }

    private static void write(ObjectNode node, Integration integration) {
        node.put("alias", integration.alias());
        node.put("type", integration.type());
        JsonFields.put(node, "settings", integration.settings());
    }

    private static Map<SessionId, SessionState> states(ObjectNode root) throws MalformedDocumentException {
        Map<SessionId, SessionState> states = new LinkedHashMap<>();
        ObjectNode nodes = JsonFields.optionalObject(root, STATES).orElse(root.objectNode());
        for (Map.Entry<String, JsonNode> entry : nodes.properties()) {
            ObjectNode node = JsonFields.asObject(entry.getKey(), entry.getValue());
            states.put(new SessionId(entry.getKey()), StateJson.read(node));
        }
        return states;
    }

    private static List<ObjectNode> distinct(ObjectNode root, String field) throws MalformedDocumentException {
        List<ObjectNode> objects = JsonFields.objects(root, field);
        Set<String> ids = new HashSet<>();
        for (ObjectNode object : objects) {
            if (!ids.add(JsonFields.text(object, "id"))) {
                throw MalformedDocumentException.damaged("'" + field + "' has an id twice");
            }
        }
        return objects;
    }
}

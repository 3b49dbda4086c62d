package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A session's definition as JSON. */
final class SessionJson {

    private static final Set<String> KNOWN =
            Set.of("id", "name", "type", "region", "profileId", "settings", "tags", "chain", "lastStartedAt");
    private static final String ORIGIN = "origin";
    private static final Set<String> KNOWN_OF_ORIGIN =
            Set.of("integration", "upstreamId", "orphanedSince", "upstreamName");

    private SessionJson() {}

    /** Removes all that this version knows. */
    static void removeKnown(ObjectNode node) {
        node.remove(KNOWN);
        if (node.get(ORIGIN) instanceof ObjectNode origin
                && origin.remove(KNOWN_OF_ORIGIN).isEmpty()) {
            node.remove(ORIGIN);
        }
    }

    static Session read(ObjectNode node) throws MalformedDocumentException {
        Session.Builder builder = Session.builder(
                new SessionId(JsonFields.text(node, "id")),
                JsonFields.text(node, "name"),
                new SessionType(JsonFields.text(node, "type")),
                JsonFields.text(node, "region"));
        JsonFields.texts(node, "settings").forEach(builder::setting);
        JsonFields.texts(node, "tags").forEach(builder::tag);
        JsonFields.optionalText(node, "profileId").map(ProfileId::new).ifPresent(builder::profileId);
        JsonFields.optionalText(node, "chain").ifPresent(builder::chain);
        JsonFields.optionalInstant(node, "lastStartedAt").ifPresent(builder::lastStartedAt);
        Optional<ObjectNode> origin = JsonFields.optionalObject(node, ORIGIN);
        if (origin.isPresent()) {
            builder.origin(origin(origin.get()));
        }
        return builder.build();
    }

    static void write(ObjectNode node, Session session) {
        node.put("name", session.name());
        node.put("type", session.type().value());
        node.put("region", session.region());
        JsonFields.put(node, "profileId", session.profileId().map(ProfileId::value));
        JsonFields.put(node, "settings", session.settings());
        JsonFields.put(node, "tags", session.tags());
        JsonFields.put(node, "chain", session.chain());
        JsonFields.put(node, "lastStartedAt", session.lastStartedAt().map(Instant::toString));
        session.origin()
                .ifPresentOrElse(origin -> write(node.withObjectProperty(ORIGIN), origin), () -> node.remove(ORIGIN));
    }

    private static SessionOrigin origin(ObjectNode node) throws MalformedDocumentException {
        return new SessionOrigin(
                new IntegrationId(JsonFields.text(node, "integration")),
                JsonFields.text(node, "upstreamId"),
                JsonFields.optionalInstant(node, "orphanedSince"),
                JsonFields.optionalText(node, "upstreamName"));
    }

    private static void write(ObjectNode node, SessionOrigin origin) {
        node.put("integration", origin.integration().value());
        node.put("upstreamId", origin.upstreamId());
        JsonFields.put(node, "orphanedSince", origin.orphanedSince().map(Instant::toString));
        JsonFields.put(node, "upstreamName", origin.upstreamName());
    }
}

package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a workspace document the plain way: all of it as a text, then as a tree, then as a snapshot. */
final class TreeReading {

    private TreeReading() {}

    static Snapshot read(byte[] utf8) throws MalformedDocumentException {
        ObjectNode root = JsonFields.asObject("the document", tree(utf8));
        int schema = root.path("schemaVersion").asInt(0);
        if (schema > 1) {
            throw MalformedDocumentException.newer("its schema has version " + schema);
        }
        if (schema < 1 || !root.path("generation").canConvertToLong()) {
            throw MalformedDocumentException.damaged("it has no version or no generation");
        }
        try {
            return new Snapshot(workspace(root), states(root));
        } catch (IllegalArgumentException e) {
            throw MalformedDocumentException.damaged("a value is out of its bounds", e);
        }
    }

    private static Workspace workspace(ObjectNode root) throws MalformedDocumentException {
        Workspace.Builder builder = Workspace.builder()
                .defaultRegion(JsonFields.text(root, "defaultRegion"))
                .defaultLocation(JsonFields.text(root, "defaultLocation"));
        JsonFields.texts(root, "settings").forEach(builder::setting);
        add(root, ElementKind.PROFILES, builder);
        add(root, ElementKind.IDP_URLS, builder);
        add(root, ElementKind.INTEGRATIONS, builder);
        add(root, ElementKind.SESSIONS, builder);
        return builder.build();
    }

    private static <T> void add(ObjectNode root, ElementKind<T> kind, Workspace.Builder builder)
            throws MalformedDocumentException {
        JsonNode list = root.path(kind.field());
        if (!list.isMissingNode() && !list.isArray()) {
            throw MalformedDocumentException.damaged("'" + kind.field() + "' is no list");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode element : list) {
            ObjectNode node = JsonFields.asObject(kind.field(), element);
            if (!ids.add(JsonFields.text(node, "id"))) {
                throw MalformedDocumentException.damaged("'" + kind.field() + "' has an id twice");
            }
            kind.adder().accept(builder, kind.reader().read(node));
        }
    }

    private static Map<SessionId, SessionState> states(ObjectNode root) throws MalformedDocumentException {
        Map<SessionId, SessionState> states = new LinkedHashMap<>();
        ObjectNode nodes = JsonFields.optionalObject(root, "states").orElse(root.objectNode());
        for (Map.Entry<String, JsonNode> entry : nodes.properties()) {
            ObjectNode node = JsonFields.asObject(entry.getKey(), entry.getValue());
            states.put(new SessionId(entry.getKey()), StateJson.read(node));
        }
        return states;
    }

    private static JsonNode tree(byte[] utf8) throws MalformedDocumentException {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        ObjectMapper mapper = new ObjectMapper(strict).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return mapper.readTree(text);
        } catch (CharacterCodingException e) {
            throw MalformedDocumentException.damaged("it is no UTF-8", e);
        } catch (JsonProcessingException e) {
            throw MalformedDocumentException.damaged("it is no JSON", e);
        }
    }
}

package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one workspace document. What is wrong with a value is told only when all is read: that the document is no JSON, or of a
 * newer version, says more.
 */
final class DocumentReader {

    private final ObjectMapper trees = new ObjectMapper();
    private final ObjectNode root = trees.createObjectNode();
    private final List<ElementList<?>> lists = ElementList.ofEachKind();
    private final Workspace.Builder workspace = Workspace.builder();
    private Optional<MalformedDocumentException> damage = Optional.empty();

    WorkspaceDocument read(JsonParser parser) throws IOException, MalformedDocumentException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw MalformedDocumentException.damaged("'the document' is no object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            readField(field, parser);
        }
        StrictJson.requireEnd(parser);
        return document();
    }

    private void readField(String field, JsonParser parser) throws IOException {
        for (ElementList<?> list : lists) {
            if (list.field().equals(field)) {
                Optional<MalformedDocumentException> found = list.read(parser, trees, workspace);
                damage = damage.or(() -> found);
                return;
            }
        }
        root.set(field, trees.<JsonNode>readTree(parser));
    }

    private WorkspaceDocument document() throws MalformedDocumentException {
        requireKnownVersion();
        try {
            readRoot();
            if (damage.isPresent()) {
                throw damage.get();
            }
            Snapshot snapshot = new Snapshot(workspace.build(), states());
            root.remove(WorkspaceDocument.STATES);
            return new WorkspaceDocument(root, lists, snapshot);
        } catch (IllegalArgumentException e) {
            throw MalformedDocumentException.damaged("a value is out of its bounds", e);
        }
    }

    private void requireKnownVersion() throws MalformedDocumentException {
        int schema = root.path(WorkspaceDocument.SCHEMA).asInt(0);
        if (schema > WorkspaceDocument.SCHEMA_VERSION) {
            throw MalformedDocumentException.newer("its schema has version " + schema);
        }
        if (schema < 1 || !root.path(WorkspaceDocument.GENERATION).canConvertToLong()) {
            throw MalformedDocumentException.damaged("it has no version or no generation");
        }
    }

    private void readRoot() throws MalformedDocumentException {
        workspace.defaultRegion(JsonFields.text(root, WorkspaceDocument.REGION));
        workspace.defaultLocation(JsonFields.text(root, WorkspaceDocument.LOCATION));
        JsonFields.texts(root, WorkspaceDocument.SETTINGS).forEach(workspace::setting);
    }

    private Map<SessionId, SessionState> states() throws MalformedDocumentException {
        Map<SessionId, SessionState> states = new LinkedHashMap<>();
        ObjectNode nodes =
                JsonFields.optionalObject(root, WorkspaceDocument.STATES).orElse(root.objectNode());
        for (Map.Entry<String, JsonNode> entry : nodes.properties()) {
            ObjectNode node = JsonFields.asObject(entry.getKey(), entry.getValue());
            states.put(new SessionId(entry.getKey()), StateJson.read(node));
        }
        return states;
    }
}

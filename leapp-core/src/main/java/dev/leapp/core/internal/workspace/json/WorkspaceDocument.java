package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A workspace document: a snapshot, and everything else that stood in the JSON and is kept when the snapshot changes. Immutable.
 */
public final class WorkspaceDocument {

    static final int SCHEMA_VERSION = 1;
    static final String SCHEMA = "schemaVersion";
    static final String GENERATION = "generation";
    static final String REGION = "defaultRegion";
    static final String LOCATION = "defaultLocation";
    static final String SETTINGS = "settings";
    static final String STATES = "states";

    private static final String REASON = "lastChange";

    private final ObjectNode root;
    private final List<ElementList<?>> lists;
    private final Snapshot snapshot;

    /**
     * Makes a document.
     *
     * @param root its fields but for the lists; of those that the snapshot has, the snapshot's values count
     * @param lists what this version does not know of the elements of the lists
     * @param snapshot all that it does know
     */
    WorkspaceDocument(ObjectNode root, List<ElementList<?>> lists, Snapshot snapshot) {
        this.root = root;
        this.lists = lists;
        this.snapshot = snapshot;
    }

    /** Returns a document of generation 0 with nothing but the snapshot. */
    public static WorkspaceDocument of(Snapshot snapshot) {
        return new WorkspaceDocument(JsonNodeFactory.instance.objectNode(), ElementList.ofEachKind(), snapshot);
    }

    /**
     * Reads a document: UTF-8 without a fault, one JSON object, no name twice in an object, no id twice in a list.
     *
     * @throws MalformedDocumentException if it is none, or one of a newer version
     */
    public static WorkspaceDocument parse(byte[] utf8) throws MalformedDocumentException {
        return StrictJson.read(utf8, parser -> new DocumentReader().read(parser));
    }

    /** Returns the snapshot. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Returns how often the workspace had been written when this was. */
    public long generation() {
        return root.path(GENERATION).asLong(0);
    }

    /** Returns what its last change was, empty if it does not say. */
    public String reason() {
        return root.path(REASON).asText("");
    }

    /** Returns a document with another snapshot, which keeps what this version does not know. */
    public WorkspaceDocument with(Snapshot next, long generation, String reason) {
        ObjectNode copy = root.deepCopy();
        copy.put(SCHEMA, SCHEMA_VERSION);
        copy.put(GENERATION, generation);
        copy.put(REASON, reason);
        return new WorkspaceDocument(copy, lists, next);
    }

    /** Returns the JSON. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = new ObjectMapper().createGenerator(bytes)) {
            write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException("a tree can always be written", e);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, JsonNode> field : rootOfSnapshot().properties()) {
            generator.writeFieldName(field.getKey());
            generator.writeTree(field.getValue());
        }
        for (ElementList<?> list : lists) {
            list.write(generator, snapshot.workspace());
        }
        generator.writeEndObject();
    }

    private ObjectNode rootOfSnapshot() {
        Workspace workspace = snapshot.workspace();
        ObjectNode written = root.deepCopy();
        written.put(REGION, workspace.defaultRegion());
        written.put(LOCATION, workspace.defaultLocation());
        JsonFields.put(written, SETTINGS, workspace.settings());
        ObjectNode states = written.putObject(STATES);
        snapshot.states().forEach((id, state) -> StateJson.write(states.putObject(id.value()), state));
        return written;
    }
}

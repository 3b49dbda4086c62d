package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Snapshot;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A workspace document: a snapshot, and everything else that stood in the JSON and is kept when the snapshot changes. Immutable.
 */
public final class WorkspaceDocument {

    private static final int SCHEMA_VERSION = 1;
    private static final String SCHEMA_FIELD = "schemaVersion";
    private static final String GENERATION_FIELD = "generation";
    private static final String REASON_FIELD = "lastChange";

    private final ObjectMapper mapper;
    private final ObjectNode root;
    private final Snapshot snapshot;

    private WorkspaceDocument(ObjectMapper mapper, ObjectNode root, Snapshot snapshot) {
        this.mapper = mapper;
        this.root = root;
        this.snapshot = snapshot;
    }

    /** Returns a document of generation 0 with nothing but the snapshot. */
    public static WorkspaceDocument of(Snapshot snapshot) {
        ObjectMapper mapper = newMapper();
        return new WorkspaceDocument(mapper, mapper.createObjectNode(), snapshot);
    }

    /**
     * Reads a document: UTF-8 without a fault, one JSON object, no name twice in an object, no id twice in a list.
     *
     * @throws MalformedDocumentException if it is none, or one of a newer version
     */
    public static WorkspaceDocument parse(byte[] utf8) throws MalformedDocumentException {
        ObjectMapper mapper = newMapper();
        ObjectNode root = JsonFields.asObject("the document", tree(mapper, utf8));
        int schema = root.path(SCHEMA_FIELD).asInt(0);
        if (schema > SCHEMA_VERSION) {
            throw MalformedDocumentException.newer("its schema has version " + schema);
        }
        if (schema < 1 || !root.path(GENERATION_FIELD).canConvertToLong()) {
            throw MalformedDocumentException.damaged("it has no version or no generation");
        }
        return new WorkspaceDocument(mapper, root, SnapshotJson.read(root));
    }

    /** Returns the snapshot. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Returns how often the workspace had been written when this was. */
    public long generation() {
        return root.path(GENERATION_FIELD).asLong(0);
    }

    /** Returns what its last change was, empty if it does not say. */
    public String reason() {
        return root.path(REASON_FIELD).asText("");
    }

    /** Returns a document with another snapshot, which keeps what this version does not know. */
    public WorkspaceDocument with(Snapshot next, long generation, String reason) {
        ObjectNode copy = root.deepCopy();
        copy.put(SCHEMA_FIELD, SCHEMA_VERSION);
        copy.put(GENERATION_FIELD, generation);
        copy.put(REASON_FIELD, reason);
        SnapshotJson.write(copy, next);
        return new WorkspaceDocument(mapper, copy, next);
    }

    /** Returns the JSON. */
    public byte[] toBytes() {
        try {
            return mapper.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    static JsonNode tree(ObjectMapper mapper, byte[] utf8) throws MalformedDocumentException {
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

    static ObjectMapper newMapper() {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return new ObjectMapper(strict).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}

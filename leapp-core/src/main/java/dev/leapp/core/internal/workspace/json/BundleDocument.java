package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a bundle holds, as JSON: a workspace document without states, and secrets as Base64 by their names.
 *
 * @param workspace the definitions
 * @param secrets the bytes of each secret
 */
public record BundleDocument(Workspace workspace, Map<String, byte[]> secrets) {

    private static final String WORKSPACE = "workspace";
    private static final String SECRETS = "secrets";

    /**
     * Reads a document as strictly as {@link WorkspaceDocument#parse}.
     *
     * @throws MalformedDocumentException if it is none, or one of a newer version
     */
    public static BundleDocument parse(byte[] utf8) throws MalformedDocumentException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = JsonFields.asObject("the document", StrictJson.read(utf8, parser -> tree(mapper, parser)));
        JsonNode workspace = root.path(WORKSPACE);
        Snapshot snapshot = WorkspaceDocument.parse(bytes(mapper, workspace)).snapshot();
        return new BundleDocument(snapshot.workspace(), secrets(root));
    }

    private static JsonNode tree(ObjectMapper mapper, JsonParser parser)
            throws IOException, MalformedDocumentException {
        JsonNode root = parser.nextToken() == null ? mapper.missingNode() : mapper.readTree(parser);
        StrictJson.requireEnd(parser);
        return root;
    }

    public byte[] toBytes() {
        ObjectMapper mapper = new ObjectMapper();
        Snapshot definitions = new Snapshot(workspace, Map.of());
        WorkspaceDocument document = WorkspaceDocument.of(definitions).with(definitions, 0, "export");
        ObjectNode root = mapper.createObjectNode();
        ObjectNode kept = root.putObject(SECRETS);
        secrets.forEach((name, secret) -> kept.put(name, Base64.getEncoder().encodeToString(secret)));
        try {
            root.set(WORKSPACE, mapper.readTree(new String(document.toBytes(), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was just written can be read", e);
        }
        return bytes(mapper, root);
    }

    private static Map<String, byte[]> secrets(ObjectNode root) throws MalformedDocumentException {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : JsonFields.texts(root, SECRETS).entrySet()) {
            try {
                secrets.put(entry.getKey(), Base64.getDecoder().decode(entry.getValue()));
            } catch (IllegalArgumentException e) {
                throw MalformedDocumentException.damaged("a secret is no Base64");
            }
        }
        return secrets;
    }

    private static byte[] bytes(ObjectMapper mapper, JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    @Override
    public String toString() {
        return "BundleDocument[" + workspace + ", " + secrets.size() + " secrets]";
    }
}

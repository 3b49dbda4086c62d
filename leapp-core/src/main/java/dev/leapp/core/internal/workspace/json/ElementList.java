package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What this version does not know of the elements of one list. They are read and written one after the other, so that there is never
 * a tree of more than one.
 */
final class ElementList<T> {

    private final ElementKind<T> kind;
    private final Map<String, ObjectNode> unknown = new HashMap<>();

    ElementList(ElementKind<T> kind) {
        this.kind = kind;
    }

    /** Returns one list of each kind, in the order in which they are written. */
    static List<ElementList<?>> ofEachKind() {
        return List.of(
                new ElementList<>(ElementKind.PROFILES),
                new ElementList<>(ElementKind.IDP_URLS),
                new ElementList<>(ElementKind.INTEGRATIONS),
                new ElementList<>(ElementKind.SESSIONS));
    }

    String field() {
        return kind.field();
    }

    /** Reads the value that the parser is at into the workspace, to its end; returns what is wrong first. */
    Optional<MalformedDocumentException> read(JsonParser parser, ObjectMapper trees, Workspace.Builder workspace)
            throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            trees.readTree(parser);
            return Optional.of(MalformedDocumentException.damaged("'" + kind.field() + "' is no list"));
        }
        Set<String> ids = new HashSet<>();
        Optional<MalformedDocumentException> damage = Optional.empty();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode element = trees.readTree(parser);
            if (damage.isEmpty()) {
                damage = read(element, ids, workspace);
            }
        }
        return damage;
    }

    private Optional<MalformedDocumentException> read(JsonNode element, Set<String> ids, Workspace.Builder workspace) {
        try {
            ObjectNode node = JsonFields.asObject(kind.field(), element);
            String id = JsonFields.text(node, "id");
            if (!ids.add(id)) {
                throw MalformedDocumentException.damaged("'" + kind.field() + "' has an id twice");
            }
            kind.adder().accept(workspace, kind.reader().read(node));
            kind.removeKnown().accept(node);
            if (!node.isEmpty()) {
                unknown.put(id, node);
            }
            return Optional.empty();
        } catch (MalformedDocumentException e) {
            return Optional.of(e);
        } catch (IllegalArgumentException e) {
            return Optional.of(MalformedDocumentException.damaged("a value is out of its bounds", e));
        }
    }

    /** Writes the elements of a workspace, each with what was not known of it when it was read. */
    void write(JsonGenerator generator, Workspace workspace) throws IOException {
        generator.writeArrayFieldStart(kind.field());
        for (T value : kind.of().apply(workspace)) {
            generator.writeTree(node(value));
        }
        generator.writeEndArray();
    }

    private ObjectNode node(T value) {
        String id = kind.id().apply(value);
        ObjectNode known = unknown.get(id);
        ObjectNode node = known == null ? JsonNodeFactory.instance.objectNode() : known.deepCopy();
        node.put("id", id);
        kind.writer().accept(node, value);
        return node;
    }
}

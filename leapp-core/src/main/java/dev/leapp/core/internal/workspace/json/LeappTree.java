package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desktop app's file as a tree. Its properties may be called {@code _name} or {@code name}: the later one counts. */
final class LeappTree {

    private final ObjectNode root;

    LeappTree(ObjectNode root) {
        this.root = root;
    }

    ObjectNode root() {
        return root;
    }

    /** Returns a tree whose root can be changed; what hangs on it is shared, and replaced rather than changed. */
    LeappTree copy() {
        ObjectNode copy = root.objectNode();
        root.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        return new LeappTree(copy);
    }

    /** Returns the key under which a property stands, or would stand. */
    String key(String property) {
        String key = "_" + property;
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (entry.getKey().equals(property) || entry.getKey().equals("_" + property)) {
                key = entry.getKey();
            }
        }
        return key;
    }

    LeappElement document() {
        return new LeappElement(() -> "the document", root);
    }

    boolean has(LeappList list) {
        return root.hasNonNull(key(list.property()));
    }

    Optional<String> text(String property) throws MalformedDocumentException {
        return document().text(key(property));
    }

    List<LeappElement> elements(LeappList list) throws MalformedDocumentException {
        List<LeappElement> elements = new ArrayList<>();
        for (JsonNode element : array(list)) {
            if (!(element instanceof ObjectNode object)) {
                throw MalformedDocumentException.damaged("'" + key(list.property()) + "' has what is no object");
            }
            int index = elements.size();
            elements.add(new LeappElement(() -> what(list, object, index), object));
        }
        return elements;
    }

    /** Returns the elements of a list by their ids; of those that have the same, the last. */
    Map<String, ObjectNode> byId(LeappList list) throws MalformedDocumentException {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (LeappElement element : elements(list)) {
            byId.put(element.id(list.id()), element.node());
        }
        return byId;
    }

    void set(String property, JsonNode value) {
        root.set(key(property), value);
    }

    private ArrayNode array(LeappList list) throws MalformedDocumentException {
        return list(list.property());
    }

    /** Returns a list of the document; an empty one if there is none. */
    ArrayNode list(String property) throws MalformedDocumentException {
        String key = key(property);
        JsonNode value = root.hasNonNull(key) ? root.get(key) : root.arrayNode();
        if (value instanceof ArrayNode array) {
            return array;
        }
        throw MalformedDocumentException.damaged("'" + key + "' is no list");
    }

    private static String what(LeappList list, ObjectNode node, int index) {
        String name = node.path(list.label()).asText();
        String id = node.path(list.id()).asText("number " + (index + 1));
        return list.kind() + (name.isBlank() ? " " : " '" + name + "' ") + "(" + id + ")";
    }
}

package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One object of the desktop app's file. Null and missing are the same there, and so is, for whatever is no name, empty text. A value
 * of another kind is damage.
 *
 * @param name tells what it is, for messages
 * @param node the object
 */
record LeappElement(Supplier<String> name, ObjectNode node) {

    /** Returns what it is, for messages. */
    String what() {
        return name.get();
    }

    /** Returns a text that is there, maybe empty. */
    Optional<String> text(String key) throws MalformedDocumentException {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isTextual()) {
            throw damaged("'" + key + "' is no text");
        }
        return value.map(JsonNode::textValue);
    }

    /** Returns a text that says something. */
    Optional<String> filled(String key) throws MalformedDocumentException {
        return text(key).filter(text -> !text.isEmpty());
    }

    /** Returns a text that must be there. */
    String id(String key) throws MalformedDocumentException {
        return filled(key).orElseThrow(() -> damaged("'" + key + "' is missing"));
    }

    /** Returns a number between zero and the greatest; zero if there is none. */
    int integer(String key, int greatest) throws MalformedDocumentException {
        Optional<JsonNode> value = value(key);
        if (value.isEmpty()) {
            return 0;
        }
        int number = value.get().isInt() ? value.get().intValue() : -1;
        if (number < 0 || number > greatest) {
            throw damaged("'" + key + "' is no number from 0 to " + greatest);
        }
        return number;
    }

    Optional<Instant> time(String key) throws MalformedDocumentException {
        Optional<String> text = filled(key);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException e) {
            throw MalformedDocumentException.damaged(what() + ": '" + key + "' is no time", e);
        }
    }

    Map<String, String> texts(String key) throws MalformedDocumentException {
        LeappElement map = object(key);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : map.node().properties()) {
            texts.put(entry.getKey(), map.text(entry.getKey()).orElse(""));
        }
        return texts;
    }

    /** Returns an object in this one; if there is none, one with nothing in it. */
    LeappElement object(String key) throws MalformedDocumentException {
        JsonNode value = value(key).orElseGet(node::objectNode);
        if (value instanceof ObjectNode object) {
            return new LeappElement(name, object);
        }
        throw damaged("'" + key + "' is no object");
    }

    MalformedDocumentException damaged(String how) {
        return MalformedDocumentException.damaged(what() + ": " + how);
    }

    private Optional<JsonNode> value(String key) {
        return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
    }
}

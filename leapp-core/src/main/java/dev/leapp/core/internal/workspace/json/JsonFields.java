package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and patches the fields of JSON objects. A wrong kind of value is an error; a missing optional one is not. */
final class JsonFields {

    private JsonFields() {}

    static String text(ObjectNode object, String field) throws MalformedDocumentException {
        Optional<String> value = optionalText(object, field);
        return value.orElseThrow(() -> MalformedDocumentException.damaged("'" + field + "' is missing"));
    }

    static Optional<String> optionalText(ObjectNode object, String field) throws MalformedDocumentException {
        JsonNode value = object.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw MalformedDocumentException.damaged("'" + field + "' is no text");
        }
        return Optional.of(value.textValue());
    }

    static Instant instant(ObjectNode object, String field) throws MalformedDocumentException {
        return instantOf(field, text(object, field));
    }

    static Optional<Instant> optionalInstant(ObjectNode object, String field) throws MalformedDocumentException {
        Optional<String> value = optionalText(object, field);
        return value.isEmpty() ? Optional.empty() : Optional.of(instantOf(field, value.get()));
    }

    static Map<String, String> texts(ObjectNode object, String field) throws MalformedDocumentException {
        Map<String, String> texts = new LinkedHashMap<>();
        ObjectNode map = optionalObject(object, field).orElse(object.objectNode());
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            texts.put(entry.getKey(), text(map, entry.getKey()));
        }
        return texts;
    }

    static Optional<ObjectNode> optionalObject(ObjectNode object, String field) throws MalformedDocumentException {
        JsonNode value = object.get(field);
        return value == null ? Optional.empty() : Optional.of(asObject(field, value));
    }

    static ObjectNode asObject(String field, JsonNode value) throws MalformedDocumentException {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw MalformedDocumentException.damaged("'" + field + "' is no object");
    }

    static void put(ObjectNode object, String field, Optional<String> value) {
        value.ifPresentOrElse(text -> object.put(field, text), () -> object.remove(field));
    }

    static void put(ObjectNode object, String field, Map<String, String> texts) {
        ObjectNode map = object.putObject(field);
        texts.forEach(map::put);
    }

    private static Instant instantOf(String field, String value) throws MalformedDocumentException {
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw MalformedDocumentException.damaged("'" + field + "' is no time", e);
        }
    }
}

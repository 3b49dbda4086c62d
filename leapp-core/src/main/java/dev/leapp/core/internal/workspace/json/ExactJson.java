package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON that comes back as it was: numbers keep their spelling, texts their characters, names their order. It is written as
 * JavaScript's {@code JSON.stringify} writes it (see {@link JavaScriptText}).
 */
final class ExactJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExactJson() {}

    /**
     * Reads one object: UTF-8 without a fault, no name twice in an object, nothing after it.
     *
     * @throws MalformedDocumentException if it is none
     */
    static ObjectNode parse(byte[] utf8) throws MalformedDocumentException {
        return StrictJson.read(utf8, ExactJson::document);
    }

    private static ObjectNode document(JsonParser parser) throws IOException, MalformedDocumentException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw MalformedDocumentException.damaged("it is no JSON object");
        }
        ObjectNode root = object(parser);
        if (parser.nextToken() != null) {
            throw MalformedDocumentException.damaged("something follows its end");
        }
        return root;
    }

    static byte[] toBytes(ObjectNode root) {
        return JavaScriptText.of(root).getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> number(parser);
        };
    }

    /** An int is what is read here and there; any other number only has to come back as it was spelled. */
    private static JsonNode number(JsonParser parser) throws IOException {
        String spelling = parser.getText();
        boolean isInt = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT
                && Integer.toString(parser.getIntValue()).equals(spelling);
        return isInt ? NODES.numberNode(parser.getIntValue()) : NODES.rawValueNode(new RawValue(spelling));
    }
}

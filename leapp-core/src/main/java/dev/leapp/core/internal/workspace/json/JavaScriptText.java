package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;

/** Writes a tree as {@code JSON.stringify} does: compact, and what need not be escaped isn't. */
final class JavaScriptText {

    private final StringBuilder out = new StringBuilder();

    private JavaScriptText() {}

    static String of(JsonNode tree) {
        JavaScriptText text = new JavaScriptText();
        text.write(tree);
        return text.out.toString();
    }

    private void write(JsonNode node) {
        if (node instanceof ObjectNode object) {
            write(object);
        } else if (node instanceof ArrayNode array) {
            write(array);
        } else if (node.isTextual()) {
            quote(node.textValue());
        } else if (node instanceof POJONode pojo && pojo.getPojo() instanceof RawValue number) {
            out.append(number.rawValue());
        } else {
            out.append(node);
        }
    }

    private void write(ObjectNode object) {
        String before = "";
        out.append('{');
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            out.append(before);
            quote(entry.getKey());
            out.append(':');
            write(entry.getValue());
            before = ",";
        }
        out.append('}');
    }

    private void write(ArrayNode array) {
        out.append('[');
        for (Iterator<JsonNode> elements = array.iterator(); elements.hasNext(); ) {
            write(elements.next());
            out.append(elements.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void quote(String text) {
        out.append('"');
        if (text.chars().allMatch(JavaScriptText::isPlain)) {
            out.append(text);
        } else {
            text.codePoints().forEach(this::character);
        }
        out.append('"');
    }

    /** Whether it is printable ASCII that needs no escape, as nearly everything is. */
    private static boolean isPlain(int character) {
        return character >= ' ' && character <= '~' && character != '"' && character != '\\';
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> other(codePoint);
        }
    }

    /** Half a surrogate pair can't be written as UTF-8, so it is escaped, too. */
    private void other(int codePoint) {
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (codePoint < ' ' || half) {
            out.append("\\u").append(HexFormat.of().toHexDigits((char) codePoint));
        } else {
            out.appendCodePoint(codePoint);
        }
    }
}

package dev.leapp.provider.aws.internal.environment;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes a JSON object (RFC 8259) whose values are strings. */
final class JsonObject {

    private JsonObject() {}

    static String of(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> string(member.getKey()) + ":" + string(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String string(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\' || c > '~') {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }
}

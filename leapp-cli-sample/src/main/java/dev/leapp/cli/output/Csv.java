package dev.leapp.cli.output;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes lines of CSV (RFC 4180), with a plain line feed at their end. */
final class Csv {

    private Csv() {}

    static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = text(value);
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return joined(items);
        }
        return value instanceof Map<?, ?> map ? joined(map.entrySet()) : value == null ? "" : value.toString();
    }

    private static String joined(Collection<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}

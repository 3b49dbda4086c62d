package dev.leapp.cli.output;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a list.
 *
 * @param <T> what a row shows
 * @param key its name in JSON, in camel case
 * @param header its name in tables and CSV
 * @param narrowHeader its name in a table that would not fit
 * @param extended whether tables show it only when asked
 * @param value what programs get: text, a number, a boolean, a moment, a list or map of these, or null
 * @param shown what people see in its place
 * @param narrowlyShown what they see in a table that would not fit
 */
public record Column<T>(
        String key,
        String header,
        String narrowHeader,
        boolean extended,
        Function<T, @Nullable Object> value,
        Function<T, Shown> shown,
        Function<T, Shown> narrowlyShown) {

    /**
     * What people see in a cell.
     *
     * @param text the words
     * @param style how they look on a terminal with colours
     */
    public record Shown(String text, Style style) {}

    /** Makes a column that shows people what programs get. */
    public static <T> Column<T> of(String key, String header, Function<T, @Nullable Object> value) {
        Function<T, Shown> shown = row -> plain(value.apply(row));
        return new Column<>(key, header, header, false, value, shown, shown);
    }

    /** Returns this column as one that tables show only when asked. */
    public Column<T> whenExtended() {
        return new Column<>(key, header, narrowHeader, true, value, shown, narrowlyShown);
    }

    /** Returns this column showing people something else. */
    public Column<T> showing(Function<T, Shown> other) {
        return new Column<>(key, header, narrowHeader, extended, value, other, other);
    }

    /** Returns this column with a shorter header for tables that would not fit. */
    public Column<T> narrowly(String shorter) {
        return new Column<>(key, header, shorter, extended, value, shown, narrowlyShown);
    }

    /** Returns this column showing people something shorter in tables that would not fit; to be called last. */
    public Column<T> narrowlyShowing(Function<T, Shown> shorter) {
        return new Column<>(key, header, narrowHeader, extended, value, shown, shorter);
    }

    boolean isNamed(String name) {
        return key.equalsIgnoreCase(name) || header.equalsIgnoreCase(name);
    }

    private static Shown plain(@Nullable Object value) {
        return new Shown(value == null ? "-" : value.toString(), Style.PLAIN);
    }
}

package dev.leapp.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command has to tell: a sentence for people, named values for programs. */
public final class Result {

    private final String sentence;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * Starts a result.
     *
     * @param sentence what people read; may have several lines
     */
    public Result(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Adds a value for programs.
     *
     * @param key its name in camel case
     * @param value as {@link Column#value()}; an empty {@link Optional} is null
     * @return this
     */
    public Result with(String key, @Nullable Object value) {
        values.put(key, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    /** Tells whether a value was added, be it null. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    String sentence() {
        return sentence;
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}

package dev.leapp.cli.run;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that may be given by position or by a flag, but once, and is asked for on a terminal. */
public final class Value {

    private Value() {}

    /**
     * Returns the value.
     *
     * @param context the run
     * @param name what it is called in the help, such as {@code NAME}
     * @param question what to ask if it was not given
     * @param given the places where it may stand
     * @return the value, not blank
     */
    public static String required(Context context, String name, String question, @Nullable String... given) {
        List<String> values = Arrays.stream(given)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (values.size() > 1) {
            throw Usage.error("Give " + name + " once", null);
        }
        if (!values.isEmpty() && !values.get(0).isBlank()) {
            return values.get(0).strip();
        }
        if (!context.ask().interactive()) {
            throw Usage.error(values.isEmpty() ? "Missing " + name : name + " can't be empty", null);
        }
        String answer = "";
        while (answer.isEmpty()) {
            answer = context.ask().line(question, "");
        }
        return answer;
    }
}

package dev.leapp.cli.output;

import java.util.List;
import java.util.Locale;

/** Says how many. */
public final class Numbers {

    private static final int NAMED = 10;

    private Numbers() {}

    /** Returns such as {@code 1 session} or {@code 2 sessions}. */
    public static String of(long number, String word) {
        return say(number) + " " + word + (number == 1 ? "" : "s");
    }

    /** Returns a number that people can read, such as {@code 4,950}. */
    public static String say(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns names in one line: all of a few, the first of many and how many more there are. */
    public static String names(List<String> all) {
        if (all.size() <= NAMED) {
            return String.join(", ", all);
        }
        return String.join(", ", all.subList(0, NAMED)) + " and " + say(all.size() - NAMED) + " more";
    }
}

package dev.leapp.cli.run;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time on the command line: {@code 90s}, {@code 15m}, {@code 1h30m}, {@code 2d}, or ISO-8601 such as {@code PT15M}. */
public final class TimeSpan {

    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");

    private TimeSpan() {}

    /**
     * Reads one.
     *
     * @param flag what it was given with
     * @param text what was given
     * @return a positive length of time
     */
    public static Duration parse(String flag, String text) {
        Duration parsed = text.toUpperCase(Locale.ROOT).startsWith("P") ? iso(flag, text) : words(flag, text);
        if (parsed.isZero() || parsed.isNegative()) {
            throw wrong(flag, text);
        }
        return parsed;
    }

    private static Duration iso(String flag, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw wrong(flag, text);
        }
    }

    private static Duration words(String flag, String text) {
        Matcher matcher = WORDS.matcher(text);
        if (!matcher.matches()) {
            throw wrong(flag, text);
        }
        return Duration.ofDays(number(matcher, 1))
                .plusHours(number(matcher, 2))
                .plusMinutes(number(matcher, 3))
                .plusSeconds(number(matcher, 4));
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static RuntimeException wrong(String flag, String text) {
        return Usage.error(flag + " wants a time, not '" + text + "'", "such as 90s, 15m, 1h30m, 2d or PT15M");
    }
}

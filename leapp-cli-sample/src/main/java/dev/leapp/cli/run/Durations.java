package dev.leapp.cli.run;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 90s}, {@code 15m}, {@code 1h30m}, {@code 2d}, or as ISO 8601 has them. */
public final class Durations implements ITypeConverter<Duration> {

    private static final Pattern PEOPLES = Pattern.compile("(\\d{1,6}d)?(\\d{1,6}h)?(\\d{1,6}m)?(\\d{1,6}s)?");

    @Override
    public Duration convert(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        try {
            return PEOPLES.matcher(value).matches() && !value.isEmpty() ? peoples(value) : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no duration; write 90s, 15m, 1h30m or PT15M");
        }
    }

    /** ISO 8601 is the same with a T before hours. */
    private static Duration peoples(String value) {
        int days = value.indexOf('d');
        String date = value.substring(0, days + 1);
        String time = value.substring(days + 1);
        return Duration.parse("P" + date + (time.isEmpty() ? "" : "T" + time));
    }
}

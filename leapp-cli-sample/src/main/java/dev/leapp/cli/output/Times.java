package dev.leapp.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says moments the way that the reader wants them: people relative to now, programs as ISO-8601. */
public final class Times {

    private final Instant now;
    private final boolean human;

    /**
     * Says moments.
     *
     * @param now what they are relative to
     * @param human whether a person reads it
     */
    public Times(Instant now, boolean human) {
        this.now = now;
        this.human = human;
    }

    /** Returns the moment for this reader. */
    public String say(Instant moment) {
        return human ? relative(moment) : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns the moment in words, such as {@code in 9h 58m} or {@code 3d 4h ago}. */
    public String relative(Instant moment) {
        Duration distance = Duration.between(now, moment);
        if (distance.abs().toSeconds() == 0) {
            return "now";
        }
        String words = words(distance.abs());
        return distance.isNegative() ? words + " ago" : "in " + words;
    }

    /** Returns how long it is until a moment, such as {@code 43m}, or {@code expired}. */
    public String left(Instant moment) {
        Duration distance = Duration.between(now, moment);
        return distance.isNegative() || distance.toSeconds() == 0 ? "expired" : words(distance);
    }

    private static String words(Duration distance) {
        if (distance.toDays() > 0) {
            return two(distance.toDays(), "d", distance.toHoursPart(), "h");
        }
        if (distance.toHours() > 0) {
            return two(distance.toHours(), "h", distance.toMinutesPart(), "m");
        }
        return two(distance.toMinutes(), "m", distance.toSecondsPart(), "s");
    }

    private static String two(long big, String bigUnit, int small, String smallUnit) {
        if (big == 0) {
            return small + smallUnit;
        }
        return big + bigUnit + (small == 0 || (big >= 10 && bigUnit.equals("m")) ? "" : " " + small + smallUnit);
    }
}

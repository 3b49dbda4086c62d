package dev.leapp.core.internal.attempt;

import java.time.Duration;
import java.time.Instant;

/** Says how long ago something was, in words. */
public final class Ago {

    private Ago() {}

    public static String of(Instant moment, Instant now) {
        Duration since = Duration.between(moment, now);
        if (since.toDays() > 1) {
            return since.toDays() + " days ago";
        }
        if (since.toHours() > 1) {
            return since.toHours() + " hours ago";
        }
        if (since.toMinutes() > 0) {
            return since.toMinutes() == 1 ? "1 minute ago" : since.toMinutes() + " minutes ago";
        }
        return "a moment ago";
    }
}

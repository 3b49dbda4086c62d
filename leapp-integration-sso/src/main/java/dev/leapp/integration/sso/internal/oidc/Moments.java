package dev.leapp.integration.sso.internal.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When something is, as services write it. */
final class Moments {

    /** In seconds this is in the year 5138, in milliseconds in 1973. */
    private static final long SURELY_MILLISECONDS = 100_000_000_000L;

    private static final Duration ANY_LIFETIME = Duration.ofDays(366);

    private Moments() {}

    /** Returns when something ends that lasts for so many seconds; empty if nothing does. */
    static Optional<Instant> after(Instant now, long seconds) {
        return seconds <= ANY_LIFETIME.toSeconds() ? Optional.of(now.plusSeconds(seconds)) : Optional.empty();
    }

    static Instant ofEpoch(long number) {
        return number >= SURELY_MILLISECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }
}

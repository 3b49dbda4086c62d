package dev.leapp.integration.sso.internal.oidc;

import java.time.Instant;

/** When something is, as services write it. */
final class Moments {

    /** In seconds this is in the year 5138, in milliseconds in 1973. */
    private static final long SURELY_MILLISECONDS = 100_000_000_000L;

    private Moments() {}

    static Instant ofEpoch(long number) {
        return number >= SURELY_MILLISECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }
}

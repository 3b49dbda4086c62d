package dev.leapp.core.internal.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets so many through at once, and so many a second later on. */
final class RateLimit {

    private final int most;
    private final int perSecond;
    private final Clock clock;
    private double left;
    private Instant counted;

    RateLimit(int most, int perSecond, Clock clock) {
        this.most = most;
        this.perSecond = perSecond;
        this.clock = clock;
        this.left = most;
        this.counted = clock.instant();
    }

    synchronized boolean letsThrough() {
        Instant now = clock.instant();
        Duration since = Duration.between(counted, now);
        counted = now;
        if (!since.isNegative()) {
            left = Math.min(most, left + since.toMillis() / 1000.0 * perSecond);
        }
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}

package dev.leapp.testkit.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A bucket that tokens drop into at an even pace; each call takes one. Thread-safe. */
final class PortalThrottle {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double capacity;
    private final boolean tellsWhen;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    PortalThrottle(double perSecond, double capacity, boolean tellsWhen, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.capacity = capacity;
        this.tellsWhen = tellsWhen;
        this.nanoTime = nanoTime;
        this.tokens = capacity;
        this.filledAt = nanoTime.getAsLong();
    }

    synchronized void take() throws PortalFailure {
        long now = nanoTime.getAsLong();
        tokens = Math.min(capacity, tokens + (now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (tokens < 1) {
            throw PortalFailure.tooManyRequests(tellsWhen ? Optional.of(Duration.ofSeconds(1)) : Optional.empty());
        }
        tokens--;
    }
}

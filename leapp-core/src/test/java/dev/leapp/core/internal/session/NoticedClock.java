package dev.leapp.core.internal.session;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that tells whenever it was read. */
final class NoticedClock extends Clock {

    private final Clock inner;
    private final Runnable read;

    NoticedClock(Clock inner, Runnable read) {
        this.inner = inner;
        this.read = read;
    }

    @Override
    public Instant instant() {
        Instant now = inner.instant();
        read.run();
        return now;
    }

    @Override
    public ZoneId getZone() {
        return inner.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new NoticedClock(inner.withZone(zone), read);
    }
}

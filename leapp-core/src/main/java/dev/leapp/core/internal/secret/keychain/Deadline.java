package dev.leapp.core.internal.secret.keychain;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When a call must be over. Only moved while a person is being asked for the keychain's password. */
final class Deadline {

    private final AtomicLong endNanos;

    private Deadline(long endNanos) {
        this.endNanos = new AtomicLong(endNanos);
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Returns what is left, never negative. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos.get() - System.nanoTime()));
    }

    boolean isOver() {
        return remaining().isZero();
    }

    /** Gives more time: a person types slower than a program answers. */
    void extend(Duration more) {
        endNanos.addAndGet(more.toNanos());
    }
}

package dev.leapp.core.internal.lock;

import java.time.Duration;

/** How a lock measures time and waits, so that tests need do neither. */
public interface Waiting {

    /** Returns a number of nanoseconds that only grows. */
    long nanoTime();

    /** Lets the calling thread rest. */
    void pause(Duration time) throws InterruptedException;

    /** Returns real waiting. */
    static Waiting real() {
        return new Waiting() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
            }
        };
    }
}

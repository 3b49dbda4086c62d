package dev.leapp.testkit.contract;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the turns, and lets nobody have one while it is closed. */
final class CountingPace implements Pace {

    final AtomicInteger turns = new AtomicInteger();
    final AtomicInteger answers = new AtomicInteger();
    final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean closed;

    void close() {
        closed = true;
    }

    @Override
    public void awaitTurn() {
        try {
            if (closed) {
                waiting.countDown();
                never.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(CoreErrorCode.CANCELLED, "The listing was cancelled", null, e);
        }
        turns.incrementAndGet();
    }

    @Override
    public void throttled(Optional<Duration> retryAfter) {
        answers.incrementAndGet();
    }

    @Override
    public void answered() {
        answers.incrementAndGet();
    }

    @Override
    public double perSecond() {
        return Double.POSITIVE_INFINITY;
    }
}

package dev.leapp.testkit.cloud;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds one call to a {@link LocalSts} or a {@link LocalPortal} until it is released. Thread-safe.
 *
 * @since 0.1
 */
public final class StsHold {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    StsHold() {}

    /**
     * Waits until the call has come in.
     *
     * @param patience how long to wait at most
     * @return whether it has come in
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public boolean awaitArrival(Duration patience) throws InterruptedException {
        return arrived.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the call be answered. Idempotent. */
    public void release() {
        released.countDown();
    }

    void hold() throws InterruptedException {
        arrived.countDown();
        released.await();
    }
}

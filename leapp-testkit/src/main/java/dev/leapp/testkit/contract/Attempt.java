package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Something that is done on a thread of its own, so that it can be interrupted. */
final class Attempt {

    private static final long PATIENCE_SECONDS = 30;

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    private final CountDownLatch moment;

    /** Starts the work. It counts the moment down when it gets to where it is to be interrupted. */
    Attempt(Runnable work, CountDownLatch moment) {
        this.moment = moment;
        this.thread = new Thread(() -> run(work), "attempt");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure.set(e);
        } finally {
            ended.countDown();
            moment.countDown();
        }
    }

    void interrupt() throws InterruptedException {
        assertThat(moment.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it got to where it waits")
                .isTrue();
        thread.interrupt();
    }

    @Nullable
    Throwable failure() throws InterruptedException {
        assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it ended")
                .isTrue();
        return failure.get();
    }
}

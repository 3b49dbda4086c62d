package dev.leapp.core.internal.handover;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs each exchange with a client on a thread of its own, from the first byte of the request to the last of the answer. Who sends or
 * reads too slowly is cut off: the interruption closes the connection.
 */
final class ExchangeThreads implements Executor, AutoCloseable {

    private static final int MOST = 256;
    private static final int IDLE_SECONDS = 10;

    private final Duration longest;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor watch;

    private static final class Exchange {

        private final Thread thread = Thread.currentThread();
        private boolean over;

        synchronized void cutOff() {
            if (!over) {
                thread.interrupt();
            }
        }

        synchronized void over() {
            over = true;
        }
    }

    ExchangeThreads(Duration longest, ThreadFactory factory) {
        this.longest = longest;
        this.threads = new ThreadPoolExecutor(
                MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
        this.watch = new ScheduledThreadPoolExecutor(1, factory);
        watch.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(() -> run(work));
    }

    private void run(Runnable work) {
        Exchange exchange = new Exchange();
        Future<?> cut = watch.schedule(exchange::cutOff, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            exchange.over();
            cut.cancel(false);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        threads.shutdownNow();
    }
}

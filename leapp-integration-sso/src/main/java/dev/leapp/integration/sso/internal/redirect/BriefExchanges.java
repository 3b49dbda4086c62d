package dev.leapp.integration.sso.internal.redirect;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs each exchange on a thread of its own, of which there are few; who is too slow is cut off: the interruption closes the connection. */
final class BriefExchanges implements Executor, AutoCloseable {

    private static final int MOST = 32;
    private static final int IDLE_SECONDS = 5;

    private final Duration longest;
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, BriefExchanges::daemon);

    BriefExchanges(Duration longest) {
        this.longest = longest;
        this.threads = new ThreadPoolExecutor(
                MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), BriefExchanges::daemon);
        threads.allowCoreThreadTimeOut(true);
        watch.setRemoveOnCancelPolicy(true);
    }

    private static final class Exchange {

        private final Thread thread = Thread.currentThread();
        private boolean over;

        synchronized void cutOff() {
            if (!over) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            over = true;
        }
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
            exchange.end();
            cut.cancel(false);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        threads.shutdownNow();
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-redirect");
        thread.setDaemon(true);
        return thread;
    }
}

package dev.leapp.core.internal.workspace;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks again and again for what others do, on a daemon thread of its own, and tells it there. */
public final class Poller implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Poller.class.getName());

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Poller::daemon);
    private final WatchedRepository repository;
    private final Consumer<Changes> teller;
    private Future<?> looking = CompletableFuture.completedFuture(null);

    /** Prepares looking; {@link #start} begins it. */
    public Poller(WatchedRepository repository, Consumer<Changes> teller) {
        this.repository = repository;
        this.teller = teller;
    }

    /** Begins to look, now and whenever the interval has passed. */
    public void start(Duration interval) {
        looking = thread.scheduleWithFixedDelay(this::step, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends it; what is being told just now is told to its end. Does not wait, so that a listener may close too. */
    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdown();
    }

    /** Looks once, and tells; what goes wrong is tried again the next time. */
    void step() {
        Changes changes = repository.look();
        if (changes.isNone()) {
            return;
        }
        try {
            teller.accept(changes);
        } catch (RuntimeException | LinkageError e) {
            repository.giveBack(changes);
            LOG.log(Level.DEBUG, "What others did can''t be told now: {0}", e.toString());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-watch");
        thread.setDaemon(true);
        return thread;
    }
}

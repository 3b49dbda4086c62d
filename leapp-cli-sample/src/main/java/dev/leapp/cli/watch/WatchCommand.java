package dev.leapp.cli.watch;

import dev.leapp.cli.run.Context;
import dev.leapp.core.session.RotationScheduler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leapp watch}. */
@Command(
        name = "watch",
        description = {
            "Keep active sessions fresh: rotate each before it expires, until Ctrl-C.",
            "Ends those whose lease is over, within a second of it. Prints a line for each",
            "that was rotated, could not be, was ended, or is not active any more."
        },
        footer = {
            "",
            "Examples:",
            "  leapp watch",
            "  leapp watch --output json --non-interactive",
            "  leapp watch --once         rotate what is due now, for a cron job"
        })
public final class WatchCommand implements Runnable {

    /** One looks, four rotate. */
    private static final int THREADS = 5;

    private static final int PATIENCE_SECONDS = 2;

    private final Context context;

    @Option(names = "--once", description = "Rotate the sessions that are due now, and end.")
    boolean once;

    /**
     * Makes the command.
     *
     * @param context the run
     */
    public WatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Events events = new Events(context);
        try (RotationScheduler scheduler = context.engine().rotationScheduler(events)) {
            if (once) {
                scheduler.rotateDue();
            } else {
                watch(scheduler);
            }
        }
        events.failIfAnyFailed(once);
    }

    private void watch(RotationScheduler scheduler) {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, WatchCommand::daemon);
        scheduler.start(threads);
        context.out().note("watching the active sessions; Ctrl-C ends it");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            end(scheduler, threads); // Ctrl-C is how it ends
        }
    }

    /** What is being rotated is put in order first. */
    private static void end(RotationScheduler scheduler, ScheduledExecutorService threads) {
        scheduler.close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return; // the next command clears up
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-rotation");
        thread.setDaemon(true);
        return thread;
    }
}

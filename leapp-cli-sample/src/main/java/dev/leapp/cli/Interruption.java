package dev.leapp.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives a command that is ended by a signal a moment to put away what it began. */
final class Interruption {

    private static final int PATIENCE_SECONDS = 3;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread worker;

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    /** Interrupts the calling thread when the JVM is told to end, and lets it finish. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "leapp-interruption"));
        return interruption;
    }

    /** Says that the command has finished. */
    void over() {
        done.countDown();
    }

    private void interrupt() {
        if (done.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // The next command clears up after a process that ended half way.
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}

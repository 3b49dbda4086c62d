package dev.leapp.core.internal.session;

/** Cleaning up is finished even by a thread that is told to stop: Ctrl-C must not leave credentials behind. */
final class Uninterruptibly {

    private Uninterruptibly() {}

    static void run(Runnable work) {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

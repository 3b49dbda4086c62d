package dev.leapp.core.internal.file;

import java.io.IOException;

/** Keeps an interruption waiting while a file is read or replaced: Java would close the channel in the midst of it. */
public final class Uninterrupted {

    /** What is done with a file. */
    @FunctionalInterface
    public interface Action<R> {
        R run() throws IOException;
    }

    private Uninterrupted() {}

    /** Runs the action and restores the thread's interruption afterwards. */
    public static <R> R call(Action<R> action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.leapp.provider.aws.internal.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.Supplier;

/** Does what must be done to its end although the thread is interrupted; the thread's flag is afterwards what it would have been. */
public final class Uninterrupted {

    private Uninterrupted() {}

    /** Something with files that may be done again from its start. */
    interface Repeatable {
        void run() throws IOException;
    }

    /** Runs an action that starts without the flag. */
    public static <R> R run(Supplier<R> action) {
        boolean interrupted = Thread.interrupted();
        try {
            return action.get();
        } finally {
            restore(interrupted);
        }
    }

    /** Repeats an action whose channel an interruption closed. */
    static void repeat(Repeatable action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!isDone(action)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            restore(interrupted);
        }
    }

    private static boolean isDone(Repeatable action) throws IOException {
        try {
            action.run();
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    private static void restore(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

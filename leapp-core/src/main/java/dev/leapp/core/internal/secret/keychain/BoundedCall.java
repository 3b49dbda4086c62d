package dev.leapp.core.internal.secret.keychain;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a call on a daemon thread of its own and gives up on it when its deadline is over: a keychain may block for ever on a
 * question that nobody sees. The abandoned thread is interrupted and can't keep the process alive.
 */
final class BoundedCall {

    private BoundedCall() {}

    static <T> T run(Callable<T> call, Deadline deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread worker = new Thread(task, "leapp-keychain");
        worker.setDaemon(true);
        // The D-Bus library looks its transports up with this loader, whatever the caller's thread has.
        worker.setContextClassLoader(BoundedCall.class.getClassLoader());
        worker.start();
        try {
            return await(task, deadline);
        } finally {
            task.cancel(true);
        }
    }

    private static <T> T await(FutureTask<T> task, Deadline deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        while (true) {
            Duration remaining = deadline.remaining();
            try {
                return task.get(remaining.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException over) {
                if (deadline.isOver()) {
                    throw over;
                }
            }
        }
    }
}

package dev.leapp.integration.sso.internal.portal;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Some threads that do work of a kind, each piece once, until there is none or one of them can't go on. */
final class Crew<T> {

    private static final int MOST = 8;
    private static final int PATIENCE_SECONDS = 5;

    private final Queue<T> pieces;
    private final Work<T> work;

    /** Does a piece; what it throws ends all work. */
    interface Work<T> {
        void on(T piece) throws InterruptedException;
    }

    Crew(List<T> pieces, Work<T> work) {
        this.pieces = new ConcurrentLinkedQueue<>(pieces);
        this.work = work;
    }

    /** Returns when nothing runs any more. */
    void run() throws InterruptedException {
        int count = Math.min(MOST, pieces.size());
        if (count == 0) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(count, Crew::daemon);
        ExecutorCompletionService<Boolean> ends = new ExecutorCompletionService<>(threads);
        try {
            for (int i = 0; i < count; i++) {
                ends.submit(this::member);
            }
            for (int i = 0; i < count; i++) {
                ends.take().get();
            }
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            end(threads);
        }
    }

    private boolean member() throws InterruptedException {
        for (Optional<T> piece = next(); piece.isPresent(); piece = next()) {
            work.on(piece.get());
        }
        return true;
    }

    private Optional<T> next() {
        return Thread.currentThread().isInterrupted() ? Optional.empty() : Optional.ofNullable(pieces.poll());
    }

    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A listing does not stop");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException cause(ExecutionException e) throws InterruptedException {
        if (e.getCause() instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (e.getCause() instanceof InterruptedException) {
            throw new InterruptedException();
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e.getCause());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-sso-listing");
        thread.setDaemon(true);
        return thread;
    }
}

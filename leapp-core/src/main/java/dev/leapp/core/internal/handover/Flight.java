package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Credentials;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gets credentials on another thread, once for all who come while it is under way. Keeps nothing afterwards. */
final class Flight {

    private final Supplier<Credentials> source;
    private final Executor threads;
    private @Nullable CompletableFuture<Credentials> underWay;

    Flight(Supplier<Credentials> source, Executor threads) {
        this.source = source;
        this.threads = threads;
    }

    synchronized CompletableFuture<Credentials> join() {
        if (underWay != null && !underWay.isDone()) {
            return underWay;
        }
        CompletableFuture<Credentials> begun = CompletableFuture.supplyAsync(source, threads);
        underWay = begun;
        return begun.whenComplete((credentials, failure) -> over(begun));
    }

    private synchronized void over(CompletableFuture<Credentials> ended) {
        if (underWay == ended) {
            underWay = null;
        }
    }
}

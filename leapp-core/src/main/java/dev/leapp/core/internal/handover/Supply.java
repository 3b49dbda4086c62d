package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A session's credentials for those who can't wait long. If getting them takes a moment they may be under renewal: asking once more
 * gives what is still valid then, if anything is.
 */
final class Supply {

    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Duration patience;
    private final Flight first;
    private final Flight second;

    Supply(Supplier<Credentials> source, Executor threads, Duration patience) {
        this.first = new Flight(source, threads);
        this.second = new Flight(source, threads);
        this.patience = patience;
    }

    /** Returns them; nothing if that takes too long, in which case they are still being got. */
    Optional<Credentials> await() throws InterruptedException {
        CompletableFuture<Credentials> begun = first.join();
        Optional<Credentials> soon = await(begun, MOMENT);
        return soon.isPresent()
                ? soon
                : await(begun.applyToEither(second.join(), credentials -> credentials), patience.minus(MOMENT));
    }

    /** Sees to it that they are fresh when somebody comes. */
    void renew() {
        CompletableFuture<Credentials> unused = first.join();
    }

    private static Optional<Credentials> await(Future<Credentials> future, Duration time) throws InterruptedException {
        try {
            return Optional.of(future.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private static LeappException failure(Throwable cause) {
        return cause instanceof LeappException known
                ? known
                : new LeappException(CoreErrorCode.INTERNAL, "The credentials could not be got", null, cause);
    }
}

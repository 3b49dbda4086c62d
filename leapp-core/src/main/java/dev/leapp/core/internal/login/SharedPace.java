package dev.leapp.core.internal.login;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.internal.lock.Waiting;
import dev.leapp.core.internal.login.PaceState.Step;
import dev.leapp.core.internal.login.PaceState.Turn;
import dev.leapp.core.spi.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The pace of all threads and processes that share a quota. Turns are given away in advance, so that nobody waits while he holds the
 * lock; a turn that was given before the service throttled is void.
 */
final class SharedPace implements Pace {

    private final PaceFile file;
    private final double fastest;
    private final Waiting waiting;
    private final RandomGenerator random;
    private final Clock clock;
    private volatile PaceState seen;

    SharedPace(PaceFile file, double fastest, Waiting waiting, RandomGenerator random, Clock clock) {
        this.file = file;
        this.fastest = fastest;
        this.waiting = waiting;
        this.random = random;
        this.clock = clock;
        this.seen = PaceState.fresh(fastest, clock.instant());
    }

    @Override
    public void awaitTurn() {
        try {
            Turn turn = reserve();
            while (!turn.until().isZero()) {
                waiting.pause(turn.until());
                if (isGood(turn)) {
                    return;
                }
                turn = reserve();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(CoreErrorCode.CANCELLED, "Cancelled while waiting for a turn", null, e);
        }
    }

    /** Returns when the caller may call; unless it is now, it must ask again then whether the turn is still good. */
    Turn reserve() throws InterruptedException {
        return file.change(state -> noted(now(state).reserved()));
    }

    boolean isGood(Turn turn) throws InterruptedException {
        return file.change(state -> {
            PaceState now = now(state);
            return noted(new Step<>(now, now.epoch() == turn.epoch()));
        });
    }

    @Override
    public void throttled(Optional<Duration> retryAfter) {
        change(state -> state.throttled(retryAfter, fastest, random));
    }

    @Override
    public void answered() {
        if (!seen.isCalm(fastest)) {
            change(state -> state.answered(fastest));
        }
    }

    @Override
    public double perSecond() {
        return seen.rate();
    }

    /** What the service said counts, also if the thread is told to end. */
    private void change(UnaryOperator<PaceState> change) {
        Function<Optional<PaceState>, Step<Boolean>> step = state -> noted(new Step<>(change.apply(now(state)), true));
        try {
            file.change(step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            file.changeMemory(step);
        }
    }

    private PaceState now(Optional<PaceState> state) {
        return state.orElseGet(() -> PaceState.fresh(fastest, clock.instant())).at(clock.instant(), fastest);
    }

    private <T> Step<T> noted(Step<T> step) {
        seen = step.next();
        return step;
    }
}

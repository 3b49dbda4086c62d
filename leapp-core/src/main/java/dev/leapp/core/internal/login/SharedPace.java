package dev.leapp.core.internal.login;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.internal.lock.Waiting;
import dev.leapp.core.internal.login.PaceState.Step;
import dev.leapp.core.internal.login.PaceState.Turn;
import dev.leapp.core.spi.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The pace of all threads and processes that share a quota. Turns are given away in advance, so that nobody waits while he holds the
 * lock; a turn that was given before the service throttled is void.
 */
final class SharedPace implements Pace {

    /** Whoever waits for longer is told. */
    private static final Duration LONG = Duration.ofSeconds(3);

    private final PaceFile file;
    private final double fastest;
    private final Waiting waiting;
    private final RandomGenerator random;
    private final Clock clock;
    private final Consumer<String> told;
    private final AtomicLong lastTold = new AtomicLong(-1);
    private volatile PaceState seen;

    /**
     * Creates a pace.
     *
     * @param told is told of long waits, once for all threads that wait for the same reason
     */
    SharedPace(
            PaceFile file,
            double fastest,
            Waiting waiting,
            RandomGenerator random,
            Clock clock,
            Consumer<String> told) {
        this.file = file;
        this.fastest = fastest;
        this.waiting = waiting;
        this.random = random;
        this.clock = clock;
        this.told = told;
        this.seen = PaceState.fresh(fastest, clock.instant());
    }

    @Override
    public void awaitTurn() {
        awaitTurn(Instant.MAX);
    }

    @Override
    public void awaitTurn(Instant deadline) {
        try {
            Turn turn = reserve(deadline);
            while (!turn.until().isZero()) {
                tell(turn);
                waiting.pause(turn.until());
                if (isGood(turn)) {
                    return;
                }
                turn = reserve(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(CoreErrorCode.CANCELLED, "Cancelled while waiting for a turn", null, e);
        }
    }

    /** Returns when the caller may call; unless it is now, it must ask again then whether the turn is still good. */
    Turn reserve(Instant deadline) throws InterruptedException {
        Duration most = Duration.between(clock.instant(), deadline);
        Turn turn = file.change(state -> noted(now(state).reserved(most)));
        if (!turn.isWithin(most)) {
            throw new CredentialException(
                    CoreErrorCode.THROTTLED,
                    "The service is called too often: the next turn would come in " + seconds(turn)
                            + ", which is too late",
                    "wait a minute and try again",
                    null);
        }
        return turn;
    }

    private void tell(Turn turn) {
        if (turn.until().compareTo(LONG) > 0 && lastTold.getAndSet(turn.epoch()) != turn.epoch()) {
            told.accept("Waiting " + seconds(turn) + ", as the service asks to be called less often");
        }
    }

    private static String seconds(Turn turn) {
        return turn.until().plusMillis(999).toSeconds() + " seconds";
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

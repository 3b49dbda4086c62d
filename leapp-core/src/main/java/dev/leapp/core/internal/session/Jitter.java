package dev.leapp.core.internal.session;

import dev.leapp.core.session.SessionId;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Spreads over time what many processes on many machines would do in the same second. */
final class Jitter {

    private final RandomGenerator random;
    private @Nullable Long seed;

    /** Draws nothing yet. */
    Jitter(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a number from 0 to less than 1, the same for one session and one turn as long as the process lives. */
    double of(SessionId session, int turn) {
        return new SplittableRandom(seed() + 31L * session.hashCode() + turn).nextDouble();
    }

    private synchronized long seed() {
        if (seed == null) {
            seed = random.nextLong();
        }
        return seed;
    }
}

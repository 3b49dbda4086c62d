package dev.leapp.core.internal.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * How fast a service is called by all processes together, and when the next call may be made. Immutable; what it says of the future is
 * void once the clock is set back, but how long it takes until then is not.
 *
 * @param writtenAt when this was so
 * @param nextSlot when the call after the last one that got its turn may be made
 * @param pausedUntil when the service may be called again
 * @param wavesEnd until when a throttled call tells nothing new: it was made before everybody slowed down
 * @param rate calls in a second
 * @param strikes how often the service has throttled in a row
 * @param epoch grows with each pause; turns that were given before one are void
 */
record PaceState(
        Instant writtenAt,
        Instant nextSlot,
        Instant pausedUntil,
        Instant wavesEnd,
        double rate,
        int strikes,
        long epoch) {

    private static final double FLOOR = 1;

    /** How many answers it takes to get from standing to full speed. */
    private static final int STEPS = 40;

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(20);

    /** Calls that were under way when the service first throttled have ended after that. */
    private static final Duration SHORTEST_WAVE = Duration.ofSeconds(1);

    /** A service may say what it likes: nobody stands still for longer before he asks again. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** What a file says beyond that is not believed. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /**
     * A caller's turn.
     *
     * @param until how long it is until then
     * @param epoch whose it is
     */
    record Turn(Duration until, long epoch) {

        boolean isWithin(Duration most) {
            return until.isZero() || until.compareTo(most) <= 0;
        }
    }

    /** A state, and what came of getting there. */
    record Step<T>(PaceState next, T result) {}

    static PaceState fresh(double rate, Instant now) {
        return new PaceState(now, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, rate, 0, 0);
    }

    /** Returns the same state as it is now: at most that fast, and no further from the next turn than it was when written. */
    PaceState at(Instant now, double fastest) {
        Duration back = now.isBefore(writtenAt) ? Duration.between(now, writtenAt) : Duration.ZERO;
        Instant latest = now.plus(LONGEST);
        return new PaceState(
                now,
                earlier(nextSlot.minus(back), latest),
                earlier(pausedUntil.minus(back), now.plus(LONGEST_PAUSE)),
                earlier(wavesEnd.minus(back), latest),
                Math.min(fastest, Math.max(rate, Math.min(FLOOR, fastest))),
                strikes,
                epoch);
    }

    /**
     * Gives the next turn away, unless that is too late for who asks. Who comes after an idle time may make one call up for it.
     *
     * @param most how long the caller can wait
     */
    Step<Turn> reserved(Duration most) {
        Instant slot = later(nextSlot, writtenAt.minus(interval()));
        Duration wait = Duration.between(writtenAt, slot);
        Turn turn = new Turn(wait.isNegative() ? Duration.ZERO : wait, epoch);
        return turn.isWithin(most)
                ? new Step<>(
                        new PaceState(writtenAt, slot.plus(interval()), pausedUntil, wavesEnd, rate, strikes, epoch),
                        turn)
                : new Step<>(this, turn);
    }

    /** Returns what neither of two states allows to break: this process's own, and the one that all share. */
    PaceState merged(PaceState other) {
        return new PaceState(
                later(writtenAt, other.writtenAt),
                later(nextSlot, other.nextSlot),
                later(pausedUntil, other.pausedUntil),
                later(wavesEnd, other.wavesEnd),
                Math.min(rate, other.rate),
                Math.max(strikes, other.strikes),
                Math.max(epoch, other.epoch));
    }

    /** Slows down after a throttled call, once for all calls that were under way; all turns that were given are void. */
    PaceState throttled(Optional<Duration> retryAfter, double fastest, RandomGenerator random) {
        return writtenAt.isBefore(wavesEnd)
                ? retryAfter.map(this::pausedFor).orElse(this)
                : slower(fastest).pausedFor(retryAfter.orElseGet(() -> backOff(strikes + 1, random)));
    }

    private PaceState slower(double fastest) {
        double half = Math.max(Math.min(FLOOR, fastest), rate / 2);
        return new PaceState(writtenAt, nextSlot, Instant.EPOCH, Instant.EPOCH, half, strikes + 1, epoch);
    }

    private PaceState pausedFor(Duration pause) {
        Instant until = writtenAt.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        if (until.isBefore(pausedUntil)) {
            return this;
        }
        Instant slot = later(writtenAt.plus(interval()), until);
        Instant end = later(later(wavesEnd, slot), writtenAt.plus(SHORTEST_WAVE));
        return new PaceState(writtenAt, slot, until, end, rate, strikes, epoch + 1);
    }

    /** Gets faster by a step, unless the answer is to a call that was made before everybody slowed down. */
    PaceState answered(double fastest) {
        return writtenAt.isBefore(wavesEnd)
                ? this
                : new PaceState(
                        writtenAt,
                        nextSlot,
                        pausedUntil,
                        wavesEnd,
                        Math.min(fastest, rate + fastest / STEPS),
                        0,
                        epoch);
    }

    /** Tells whether an answer would change anything. */
    boolean isCalm(double fastest) {
        return strikes == 0 && rate >= fastest;
    }

    private Duration interval() {
        return Duration.ofNanos((long) Math.ceil(1e9 / rate));
    }

    private static Duration backOff(int strikes, RandomGenerator random) {
        Duration most = FIRST_BACK_OFF.multipliedBy(1L << Math.min(10, Math.max(0, strikes - 1)));
        long nanos = (most.compareTo(LONGEST_BACK_OFF) < 0 ? most : LONGEST_BACK_OFF).toNanos();
        return Duration.ofNanos((long) (nanos * random.nextDouble()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    String toText() {
        return "writtenAt=" + writtenAt + "\nnextSlot=" + nextSlot + "\npausedUntil=" + pausedUntil + "\nwavesEnd="
                + wavesEnd + "\nrate=" + rate + "\nstrikes=" + strikes + "\nepoch=" + epoch + "\n";
    }

    /**
     * Reads a state.
     *
     * @throws RuntimeException if the lines are not whole
     */
    static PaceState of(Properties lines) {
        double rate = Double.parseDouble(lines.getProperty("rate"));
        if (!(rate > 0)) {
            throw new IllegalArgumentException("not a rate: " + rate);
        }
        return new PaceState(
                Instant.parse(lines.getProperty("writtenAt")),
                Instant.parse(lines.getProperty("nextSlot")),
                Instant.parse(lines.getProperty("pausedUntil")),
                Instant.parse(lines.getProperty("wavesEnd")),
                rate,
                Integer.parseInt(lines.getProperty("strikes")),
                Long.parseLong(lines.getProperty("epoch")));
    }
}

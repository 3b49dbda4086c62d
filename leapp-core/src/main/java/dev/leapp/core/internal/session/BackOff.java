package dev.leapp.core.internal.session;

import dev.leapp.core.error.Trouble;
import dev.leapp.core.internal.attempt.Outcome;
import dev.leapp.core.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * For how long the cloud and the user are left alone after a failure, by callers that nobody insists on: twice as long after each, and
 * at another moment in each process.
 */
record BackOff(Jitter jitter) {

    /** How long it lasts after the first failure, and at most. */
    private record Pace(Duration first, Duration longest) {

        Duration after(int failures) {
            Duration doubled = first.multipliedBy(1L << Math.min(20, Math.max(0, failures - 1)));
            return shorter(doubled, longest);
        }
    }

    private static final Pace WHILE_VALID = new Pace(Duration.ofSeconds(1), Duration.ofMinutes(5));

    /** Somebody waits for the answer; what was wrong may be mended already. */
    private static final Pace NOTHING_LEFT = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** Somebody was asked, and should not be asked again by each program that comes along. */
    private static final Pace SOMEBODY_ASKED = new Pace(Duration.ofSeconds(30), Duration.ofMinutes(5));

    /**
     * Tells whether it is too early to try again.
     *
     * @param valid until when there is something to serve meanwhile
     */
    boolean isOn(SessionId session, Outcome outcome, Optional<Instant> valid, Instant now) {
        if (now.isBefore(outcome.endedAt())) {
            return false; // the clock was set back
        }
        Optional<Instant> left = valid.filter(now::isBefore);
        if (left.isPresent() && outcome.trouble() == Trouble.CANCELLED) {
            return true; // who does not want to be asked now need not be asked before it matters
        }
        return now.isBefore(outcome.endedAt().plus(jittered(session, outcome, left)));
    }

    private Duration jittered(SessionId session, Outcome outcome, Optional<Instant> left) {
        long half = length(outcome, left).toMillis() / 2;
        return Duration.ofMillis(half + (long) (half * jitter.of(session, outcome.failures())));
    }

    /** At most half of the time that is left, so that the last tries come before it is over. */
    private static Duration length(Outcome outcome, Optional<Instant> left) {
        if (outcome.needsPerson() && outcome.interactive()) {
            return SOMEBODY_ASKED.after(outcome.failures());
        }
        return left.map(expiry -> Duration.between(outcome.endedAt(), expiry).dividedBy(2))
                .map(half -> half.compareTo(WHILE_VALID.first()) < 0 ? WHILE_VALID.first() : half)
                .map(half -> shorter(half, WHILE_VALID.after(outcome.failures())))
                .orElseGet(() -> NOTHING_LEFT.after(outcome.failures()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

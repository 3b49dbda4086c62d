package dev.leapp.integration.sso.internal.portal;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.Pace;
import dev.leapp.integration.sso.internal.rest.Pause;
import dev.leapp.integration.sso.internal.rest.Reply;
import dev.leapp.integration.sso.internal.trouble.Troubles;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Calls at the pace that the service takes, and again if it does not answer or is asked too often. Thread-safe. */
final class PacedCalls {

    private static final int MOST_THROTTLED = 30;
    private static final int MOST_FAILED = 5;
    private static final long FIRST_BACK_OFF_MILLIS = 200;
    private static final long LONGEST_BACK_OFF_MILLIS = 5_000;
    private static final Duration LONGEST_WISH = Duration.ofSeconds(60);

    private final SharedToken token;
    private final Pace pace;
    private final Pause pause;
    private final Random random;
    private final Troubles troubles;
    private final URI place;
    private final Instant deadline;
    private final BooleanSupplier isOver;
    private volatile boolean noTurnsLeft;

    /**
     * Calls a service.
     *
     * @param deadline when to give up
     * @param isOver tells whether the time for all calls is over
     */
    PacedCalls(
            SharedToken token,
            Pace pace,
            Pause pause,
            Random random,
            Troubles troubles,
            URI place,
            Instant deadline,
            BooleanSupplier isOver) {

        this.token = token;
        this.pace = pace;
        this.pause = pause;
        this.random = random;
        this.troubles = troubles;
        this.place = place;
        this.deadline = deadline;
        this.isOver = isOver;
    }

    /** A call with a token. */
    interface Call {
        Reply with(Secret token) throws IOException, InterruptedException;
    }

    /** What has gone wrong with one call so far. */
    private static final class Trials {
        int throttled;
        int failed;
        boolean replaced;
    }

    /** Returns a good answer, or one that refuses this call and no other. */
    Reply make(Call call) throws InterruptedException {
        Trials trials = new Trials();
        while (true) {
            requireTime();
            Secret used = token.get();
            awaitTurn();
            try {
                Reply reply = call.with(used);
                if (isFinal(reply, used, trials)) {
                    return reply;
                }
            } catch (IOException e) {
                if (++trials.failed >= MOST_FAILED) {
                    throw troubles.unreachable(place, e);
                }
                backOff(trials);
            }
        }
    }

    boolean isOutOfTime() {
        return noTurnsLeft || isOver.getAsBoolean();
    }

    /** A turn that would come too late is no reason to wait a minute: what was listed is kept. */
    private void awaitTurn() {
        try {
            pace.awaitTurn(deadline);
        } catch (LeappException e) {
            if (e.code() != CoreErrorCode.THROTTLED) {
                throw e;
            }
            noTurnsLeft = true;
            throw troubles.outOfTime();
        }
    }

    private void requireTime() {
        if (isOutOfTime()) {
            throw troubles.outOfTime();
        }
    }

    private boolean isFinal(Reply reply, Secret used, Trials trials) throws InterruptedException {
        if (reply.isThrottled()) {
            pace.throttled(reply.retryAfter().map(wish -> wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH));
            if (++trials.throttled >= MOST_THROTTLED) {
                throw troubles.throttled(reply);
            }
            return false;
        }
        if (reply.saysNothing()) {
            if (++trials.failed >= MOST_FAILED) {
                throw troubles.fails(place, reply);
            }
            backOff(trials);
            return false;
        }
        pace.answered();
        return !reply.isUnauthorized() || !isReplaced(reply, used, trials);
    }

    private boolean isReplaced(Reply reply, Secret used, Trials trials) {
        if (trials.replaced) {
            throw troubles.noLongerGood(reply);
        }
        trials.replaced = true;
        Secret unused = token.insteadOf(used);
        return !unused.isEmpty();
    }

    /** Rests for a random part of a time that doubles. */
    private void backOff(Trials trials) throws InterruptedException {
        long most = Math.min(LONGEST_BACK_OFF_MILLIS, FIRST_BACK_OFF_MILLIS << trials.failed);
        pause.rest(Duration.ofMillis(random.nextInt((int) most)));
    }
}

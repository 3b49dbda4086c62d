package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.integration.sso.internal.rest.Pause;
import dev.leapp.integration.sso.internal.rest.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Calls again what failed for the moment, a few times. What may have arrived without an answer is not sent again: it may hold what is good
 * for once only.
 */
final class Retries {

    private static final int MOST_ANSWERED = 4;
    private static final int MOST_UNSENT = 2;
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 8_000;
    private static final Duration LONGEST_WISH = Duration.ofSeconds(30);

    private final Clock clock;
    private final Random random;
    private final Pause pause;

    Retries(Clock clock, Random random, Pause pause) {
        this.clock = clock;
        this.random = random;
        this.pause = pause;
    }

    /** One call. */
    interface Call {
        Reply make() throws IOException, InterruptedException;
    }

    /** Returns the first answer that is none for the moment only, or the last one. */
    Reply run(Instant deadline, Call call) throws IOException, InterruptedException {
        int unsent = 0;
        for (int failed = 1; ; failed++) {
            try {
                Reply reply = call.make();
                boolean momentary = reply.isThrottled() || reply.isServerError();
                if (!momentary || failed >= MOST_ANSWERED || !rested(failed, wish(reply), deadline)) {
                    return reply;
                }
            } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
                if (++unsent >= MOST_UNSENT || !rested(failed, Duration.ZERO, deadline)) {
                    throw e;
                }
            }
        }
    }

    private static Duration wish(Reply reply) {
        return reply.retryAfter()
                .map(wish -> wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH)
                .orElse(Duration.ZERO);
    }

    /** Rests at least as long as the service wishes, and for a random part of a time that doubles; not if that takes too long. */
    private boolean rested(int failed, Duration wish, Instant deadline) throws InterruptedException {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << failed);
        Duration rest = wish.plusMillis(random.nextInt((int) most));
        if (clock.instant().plus(rest).isAfter(deadline)) {
            return false;
        }
        pause.rest(rest);
        return true;
    }
}

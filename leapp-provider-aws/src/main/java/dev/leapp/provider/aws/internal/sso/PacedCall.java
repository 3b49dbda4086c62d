package dev.leapp.provider.aws.internal.sso;

import dev.leapp.core.spi.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Calls the portal at the pace of all who call it, and again some times if it is called too often all the same.
 *
 * @param pace when to call
 * @param deadline until when a call makes sense
 */
record PacedCall(Pace pace, Instant deadline) {

    private static final int TRIES = 4;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int DIGITS = 5;

    <T> T call(Supplier<T> call) {
        for (int left = TRIES - 1; ; left--) {
            pace.awaitTurn(deadline);
            try {
                T answer = call.get();
                pace.answered();
                return answer;
            } catch (AwsServiceException e) {
                tell(e);
                if (e.statusCode() != TOO_MANY_REQUESTS || left == 0 || Double.isInfinite(pace.perSecond())) {
                    throw e;
                }
            }
        }
    }

    private void tell(AwsServiceException answer) {
        if (answer.statusCode() == TOO_MANY_REQUESTS) {
            pace.throttled(retryAfter(answer));
        } else {
            pace.answered();
        }
    }

    /** Reads seconds only: the portal sends no dates. */
    private static Optional<Duration> retryAfter(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1," + DIGITS + "}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}

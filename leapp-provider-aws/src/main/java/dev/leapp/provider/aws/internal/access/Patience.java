package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Waits until all of AWS knows of a new access key: that takes some seconds. */
record Patience(Pause pause) {

    private static final Set<String> NOT_KNOWN_YET =
            Set.of("InvalidClientTokenId", "InvalidAccessKeyId", "SignatureDoesNotMatch", "AuthFailure");

    private static final int ATTEMPTS = 10;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    <T> T untilKnown(Supplier<T> call) {
        Duration rest = SHORTEST;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (CredentialException e) {
                if (attempt == ATTEMPTS
                        || e.cloudCode().filter(NOT_KNOWN_YET::contains).isEmpty()) {
                    throw e;
                }
            }
            rest(rest);
            rest = RoleDuration.shorter(rest.multipliedBy(2), LONGEST);
        }
    }

    private void rest(Duration time) {
        try {
            pause.rest(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(
                    CoreErrorCode.CANCELLED, "Cancelled while AWS was not yet aware of the new access key", null, e);
        }
    }
}

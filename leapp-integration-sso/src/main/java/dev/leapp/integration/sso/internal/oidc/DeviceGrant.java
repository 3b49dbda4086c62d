package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.integration.sso.internal.rest.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the service waits for.
 *
 * @param deviceCode what Leapp asks with
 * @param userCode what the user types in
 * @param page where
 * @param pageWithCode where it is filled in
 * @param interval how often Leapp may ask
 * @param expiresAt until when
 */
record DeviceGrant(
        Secret deviceCode,
        String userCode,
        URI page,
        Optional<URI> pageWithCode,
        Duration interval,
        Instant expiresAt) {

    private static final long USUAL_INTERVAL = 5;
    private static final long LONGEST_INTERVAL = 60;
    private static final long USUAL_SECONDS = 600;

    static Optional<DeviceGrant> of(Answer answer, Instant now) {
        Optional<Secret> deviceCode = answer.secret("deviceCode");
        Optional<String> userCode = answer.text("userCode");
        Optional<URI> page = uri(answer, "verificationUri");
        if (deviceCode.isEmpty() || userCode.isEmpty() || page.isEmpty()) {
            return Optional.empty();
        }
        long interval = answer.number("interval").filter(number -> number > 0).orElse(USUAL_INTERVAL);
        long seconds = answer.number("expiresIn").filter(number -> number > 0).orElse(USUAL_SECONDS);
        return Moments.after(now, seconds)
                .map(end -> new DeviceGrant(
                        deviceCode.get(),
                        userCode.get(),
                        page.get(),
                        uri(answer, "verificationUriComplete"),
                        Duration.ofSeconds(Math.min(interval, LONGEST_INTERVAL)),
                        end));
    }

    DeviceCode shown(String purpose) {
        return new DeviceCode(purpose, userCode, page, pageWithCode, expiresAt);
    }

    /** A page that is opened must be a page of the web. */
    private static Optional<URI> uri(Answer answer, String name) {
        try {
            return answer.text(name)
                    .map(URI::create)
                    .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

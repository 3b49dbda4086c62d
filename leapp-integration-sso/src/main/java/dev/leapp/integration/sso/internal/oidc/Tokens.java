package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.core.credential.Secret;
import dev.leapp.integration.sso.internal.rest.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody gets who has logged in.
 *
 * @param access what opens the portal
 * @param refresh what renews it
 * @param expiresAt until when the portal opens
 */
public record Tokens(Secret access, Optional<Secret> refresh, Instant expiresAt) {

    /** It is sent as the value of a header. */
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]+");

    /** What AWS's documentation says if the service does not. */
    private static final long USUAL_SECONDS = 3600;

    static Optional<Tokens> of(Answer answer, Instant now) {
        long seconds = answer.number("expiresIn").filter(number -> number > 0).orElse(USUAL_SECONDS);
        return answer.text("accessToken")
                .filter(Tokens::canBeSent)
                .flatMap(access -> Moments.after(now, seconds)
                        .map(end -> new Tokens(Secret.of(access), answer.secret("refreshToken"), end)));
    }

    public static boolean canBeSent(String token) {
        return FORM.matcher(token).matches();
    }

    Tokens orRefreshedBy(Secret former) {
        return refresh.isPresent() ? this : new Tokens(access, Optional.of(former), expiresAt);
    }
}

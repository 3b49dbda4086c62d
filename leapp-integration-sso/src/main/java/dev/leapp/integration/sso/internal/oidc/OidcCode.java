package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.integration.sso.internal.rest.Reply;
import java.util.Locale;
import java.util.stream.Stream;

/** What the service says no with, that makes a difference. */
enum OidcCode {
    AUTHORIZATION_PENDING,
    SLOW_DOWN,
    EXPIRED_TOKEN,
    ACCESS_DENIED,
    INVALID_CLIENT,
    INVALID_GRANT,
    OTHER;

    /** Reads AWS's spelling, {@code SlowDownException}, as well as that of RFC 6749, {@code slow_down}, which gives 401 that one meaning. */
    static OidcCode of(Reply reply) {
        if (reply.code().isEmpty() && reply.isUnauthorized() && !reply.saysNothing()) {
            return INVALID_CLIENT;
        }
        String said = letters(reply.code());
        return Stream.of(values())
                .filter(code -> said.equals(letters(code.name())) || said.equals(letters(code.name()) + "exception"))
                .findFirst()
                .orElse(OTHER);
    }

    private static String letters(String code) {
        return code.toLowerCase(Locale.ROOT).replace("_", "");
    }
}

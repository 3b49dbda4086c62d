package dev.leapp.integration.sso.internal.portal;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.IntegrationLogin;

/** The access token that all threads of a listing use: one that is refused is replaced once for all. Thread-safe. */
final class SharedToken {

    private final IntegrationLogin login;
    private Secret current;

    SharedToken(IntegrationLogin login) {
        this.login = login;
        this.current = login.accessToken();
    }

    synchronized Secret get() {
        return current;
    }

    synchronized Secret insteadOf(Secret refused) {
        if (current.equals(refused)) {
            current = login.accessTokenInsteadOf(refused);
        }
        return current;
    }
}

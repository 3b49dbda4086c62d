package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.Pace;

/** Who is logged in to one integration, looked up whenever a token is needed. */
record CurrentLogin(Integration integration, DefaultLogins logins) implements IntegrationLogin {

    @Override
    public Secret accessToken() {
        return logins.token(integration);
    }

    @Override
    public Secret accessTokenInsteadOf(Secret refused) {
        return logins.tokenInsteadOf(integration, refused);
    }

    @Override
    public Pace pace() {
        return logins.pace(integration);
    }

    @Override
    public String toString() {
        return "CurrentLogin[" + integration + "]";
    }
}

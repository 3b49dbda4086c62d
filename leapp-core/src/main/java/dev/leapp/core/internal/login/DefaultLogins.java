package dev.leapp.core.internal.login;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationId;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;

/** Keeps logins in the secret store. */
public final class DefaultLogins implements Logins {

    @Override
    public LoginState state(IntegrationId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LoginState login(Integration integration, LoginFlow flow) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean logout(Integration integration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntegrationLogin of(Integration integration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntegrationContext context(Integration integration, LoginFlow flow) {
        throw new UnsupportedOperationException();
    }
}

package dev.leapp.core.internal.integration;

import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.IntegrationId;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.session.Session;
import java.util.List;

/** Integrations by way of the workspace, the logins and the plug-ins. */
public final class DefaultIntegrations implements Integrations {

    private final Logins logins;

    public DefaultIntegrations(Logins logins) {
        this.logins = logins;
    }

    @Override
    public List<IntegrationView> list() {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntegrationView find(String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntegrationView create(NewIntegration integration) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntegrationView edit(IntegrationId id, IntegrationEdit edit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Session> dependents(IntegrationId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Session> delete(IntegrationId id, boolean cascade) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LoginState login(IntegrationId id, LoginFlow flow) {
        return logins.state(id);
    }

    @Override
    public boolean logout(IntegrationId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Listing list(IntegrationId id, SyncOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SyncPlan plan(Listing listing, SyncOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SyncPlan sync(Listing listing, SyncOptions options) {
        throw new UnsupportedOperationException();
    }
}

package dev.leapp.core.internal.plugin;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.Discovery;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.Quota;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

record GuardedIntegrationProvider(String plugin, IntegrationProvider provider) implements IntegrationProvider {

    @Override
    public Set<SessionType> sessionTypes() {
        return PluginGuard.call(plugin, () -> Set.copyOf(provider.sessionTypes()));
    }

    @Override
    public Map<String, String> complete(Map<String, String> values) {
        return PluginGuard.call(plugin, () -> Map.copyOf(provider.complete(values)));
    }

    @Override
    public Optional<Quota> quota(Integration integration) {
        return PluginGuard.call(plugin, () -> provider.quota(integration));
    }

    @Override
    public Optional<Credentials> found(IntegrationContext context) {
        return PluginGuard.call(plugin, () -> provider.found(context).map(GuardedIntegrationProvider::whole));
    }

    @Override
    public Credentials login(IntegrationContext context) {
        return PluginGuard.call(plugin, () -> whole(provider.login(context)));
    }

    @Override
    public Optional<Credentials> refresh(Credentials login, IntegrationContext context) {
        return PluginGuard.call(plugin, () -> provider.refresh(login, context).map(GuardedIntegrationProvider::whole));
    }

    @Override
    public void kept(Credentials login, IntegrationContext context) {
        run(() -> provider.kept(login, context));
    }

    @Override
    public void logout(Credentials login, IntegrationContext context) {
        run(() -> provider.logout(login, context));
    }

    @Override
    public void list(IntegrationLogin login, IntegrationContext context, Discovery discovery) {
        run(() -> provider.list(login, context, discovery));
    }

    /** A login without a token would be kept, and fail whoever needs it. */
    private static Credentials whole(Credentials login) {
        login.secret(ACCESS_TOKEN);
        return login;
    }

    private void run(Runnable call) {
        PluginGuard.call(plugin, () -> {
            call.run();
            return true;
        });
    }
}

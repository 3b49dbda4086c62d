package dev.leapp.core.internal.plugin;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.ClientEnvironment;
import java.util.Map;
import java.util.Objects;

record GuardedClientEnvironment(String plugin, ClientEnvironment environment) implements ClientEnvironment {

    @Override
    public String cloudProvider() {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(environment.cloudProvider()));
    }

    @Override
    public boolean accepts(CredentialKind kind) {
        return PluginGuard.call(plugin, () -> environment.accepts(kind));
    }

    @Override
    public boolean governs(String variable) {
        return PluginGuard.call(plugin, () -> environment.governs(variable));
    }

    @Override
    public Map<String, Secret> variables(Session session, Credentials credentials) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(environment.variables(session, credentials)));
    }
}

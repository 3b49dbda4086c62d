package dev.leapp.core.internal.plugin;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.EndpointReply;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

record GuardedEndpointProtocol(String plugin, EndpointProtocol protocol) implements EndpointProtocol {

    @Override
    public String cloudProvider() {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(protocol.cloudProvider()));
    }

    @Override
    public boolean accepts(CredentialKind kind) {
        return PluginGuard.call(plugin, () -> protocol.accepts(kind));
    }

    @Override
    public Map<String, Secret> variables(Session session, URI endpoint, Secret token) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(protocol.variables(session, endpoint, token)));
    }

    @Override
    public Optional<Secret> token(Function<String, Optional<String>> headers) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(protocol.token(headers)));
    }

    @Override
    public EndpointReply answer(Session session, Credentials credentials) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(protocol.answer(session, credentials)));
    }

    @Override
    public EndpointReply refusal(int status, String code, String message) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(protocol.refusal(status, code, message)));
    }
}

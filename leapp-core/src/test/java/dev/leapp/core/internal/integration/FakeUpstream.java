package dev.leapp.core.internal.integration;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.Discovery;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Accounts with roles, as a plug-in lists them. */
@LeappPluginInfo(id = "test.upstream", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
public final class FakeUpstream implements LeappPlugin, IntegrationProvider, IntegrationProviderFactory {

    public static final String KIND = "aws-sso";
    public static final SessionType TYPE = new SessionType("aws-sso-role");
    public static final SessionType CHAINED = new SessionType("aws-iam-role-chained");

    /** Names by account id, and roles by account id. */
    public final Map<String, String> names = new LinkedHashMap<>();

    public final Map<String, List<String>> roles = new LinkedHashMap<>();
    public final Set<String> failing = new HashSet<>();
    public final List<String> asked = new ArrayList<>();
    public String kind = KIND;
    public SessionType type = TYPE;
    public Set<SessionType> brings = Set.of(TYPE);
    public volatile Consumer<String> beforeRoles = account -> {};

    /** What is done instead of listing. */
    public @Nullable Consumer<Discovery> instead;

    public static UpstreamSession session(String id, String name, String role) {
        return session(TYPE, id, name, role);
    }

    private static UpstreamSession session(SessionType type, String id, String name, String role) {
        return UpstreamSession.builder(type, new UpstreamAccount(id, name), role)
                .setting("roleArn", "arn:aws:iam::" + id + ":role/" + role)
                .setting("email", id + "@example.org")
                .label("email", id + "@example.org")
                .build();
    }

    public void account(String id, String name, String... itsRoles) {
        names.put(id, name);
        roles.put(id, List.of(itsRoles));
    }

    public void remove(String id) {
        names.remove(id);
        roles.remove(id);
    }

    public List<UpstreamAccount> accounts() {
        return names.entrySet().stream()
                .map(entry -> new UpstreamAccount(entry.getKey(), entry.getValue()))
                .toList();
    }

    public List<UpstreamSession> sessions(UpstreamAccount account) {
        return roles.getOrDefault(account.id(), List.of()).stream()
                .map(role -> session(type, account.id(), account.name(), role))
                .toList();
    }

    @Override
    public void list(IntegrationLogin login, IntegrationContext context, Discovery discovery) {
        if (instead != null) {
            instead.accept(discovery);
            return;
        }
        for (UpstreamAccount account : discovery.accounts(accounts())) {
            beforeRoles.accept(account.id());
            asked.add(account.id());
            if (failing.contains(account.id())) {
                discovery.failed(account, new LeappException(CoreErrorCode.THROTTLED, "too many requests", null));
            } else {
                discovery.listed(account, sessions(account));
            }
        }
    }

    @Override
    public Set<SessionType> sessionTypes() {
        return brings;
    }

    @Override
    public Map<String, String> complete(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putIfAbsent("region", "eu-west-1");
        return all;
    }

    @Override
    public Credentials login(IntegrationContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Credentials> refresh(Credentials login, IntegrationContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void logout(Credentials login, IntegrationContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IntegrationDescriptor descriptor() {
        FieldSpec url = FieldSpec.builder("portalUrl", "Portal URL")
                .pattern("https://.*", "must begin with https://")
                .build();
        FieldSpec region = FieldSpec.builder("region", "Region").optional().build();
        FieldSpec cache = FieldSpec.builder("cache", "Cache")
                .optional()
                .defaultValue("off")
                .build();
        return new IntegrationDescriptor(
                kind, "Upstream", List.of(url, region, cache), Set.of("portalUrl", "region", "cache"), Set.of("email"));
    }

    @Override
    public IntegrationProvider create(PluginContext context) {
        return this;
    }

    @Override
    public List<IntegrationProviderFactory> integrationProviders() {
        return List.of(this);
    }

    @Override
    public List<AccessMethodFactory> accessMethods() {
        return List.of(
                method(TYPE, FieldSpec.builder("roleArn", "Role").build()),
                method(
                        CHAINED,
                        FieldSpec.builder("roleArn", "Role").build(),
                        FieldSpec.builder("key", "Key").secret("key").optional().build()));
    }

    private static AccessMethodFactory method(SessionType type, FieldSpec... fields) {
        return new AccessMethodFactory() {
            @Override
            public AccessMethodDescriptor descriptor() {
                return new AccessMethodDescriptor(type, type.value(), List.of(fields));
            }

            @Override
            public AccessMethod create(PluginContext context) {
                throw new UnsupportedOperationException();
            }
        };
    }
}

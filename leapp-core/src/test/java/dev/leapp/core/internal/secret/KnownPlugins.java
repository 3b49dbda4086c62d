package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.PluginStatus;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One access method with a key in the secret store, and one chain that keeps what it displaced. */
final class KnownPlugins implements Plugins {

    static final SessionType TYPE = new SessionType("fake-user");
    static final String CHAIN = "fake-file";

    @Override
    public List<PluginStatus> report() {
        return List.of();
    }

    @Override
    public List<AccessMethodDescriptor> accessMethods() {
        FieldSpec key = FieldSpec.builder("key", "Key").secret("key").build();
        FieldSpec device = FieldSpec.builder("device", "Device").optional().build();
        return List.of(new AccessMethodDescriptor(TYPE, "Fake user", List.of(key, device)));
    }

    @Override
    public Optional<AccessMethodDescriptor> accessMethod(SessionType type) {
        return accessMethods().stream()
                .filter(method -> method.type().equals(type))
                .findFirst();
    }

    @Override
    public List<ProviderChainDescriptor> providerChains() {
        return List.of(
                new ProviderChainDescriptor(
                        CHAIN, "fake", "Fake file", Set.of(CredentialKind.ACCESS_KEY), false, Set.of("displaced")),
                new ProviderChainDescriptor(
                        "other-file", "other", "Other", Set.of(CredentialKind.ACCESS_KEY), false, Set.of("others")));
    }

    @Override
    public List<WorkspaceImporterDescriptor> importers() {
        return List.of();
    }

    @Override
    public List<String> regions(String cloudProvider) {
        return List.of();
    }
}

package dev.leapp.core.internal.plugin;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.PluginStatus;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.SessionAction;
import dev.leapp.core.spi.SessionActionDescriptor;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import dev.leapp.core.workspace.Workspace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the accepted plug-ins bring. They are looked for, and access methods and chains created, once and when first needed: what is
 * answered from a cache needs none of them. Thread-safe.
 */
public final class PluginRegistry implements Plugins {

    private final PluginContext context;
    private final Supplier<Brought> loading;
    private final Map<SessionType, AccessMethod> liveMethods = new ConcurrentHashMap<>();
    private final Map<String, ProviderChain> liveChains = new ConcurrentHashMap<>();
    private final Map<String, IntegrationProvider> liveIntegrations = new ConcurrentHashMap<>();
    private @Nullable Brought loaded;

    private PluginRegistry(PluginContext context, Supplier<Brought> loading) {
        this.context = context;
        this.loading = loading;
    }

    /** Describes the plug-ins: the given ones, and those on the class path. They are looked for when one is needed. */
    public static PluginRegistry of(List<LeappPlugin> given, Optional<ClassLoader> scanned, PluginContext context) {
        return new PluginRegistry(context, () -> Brought.by(given, scanned, context));
    }

    private synchronized Brought brought() {
        if (loaded == null) {
            loaded = loading.get();
        }
        return loaded;
    }

    @Override
    public List<PluginStatus> report() {
        return List.copyOf(brought().report);
    }

    @Override
    public List<AccessMethodDescriptor> accessMethods() {
        return brought().methods.values().stream()
                .map(owned -> owned.factory().descriptor())
                .toList();
    }

    @Override
    public Optional<AccessMethodDescriptor> accessMethod(SessionType type) {
        return Optional.ofNullable(brought().methods.get(type))
                .map(owned -> owned.factory().descriptor());
    }

    @Override
    public List<ProviderChainDescriptor> providerChains() {
        return brought().chains.values().stream()
                .map(owned -> owned.factory().descriptor())
                .toList();
    }

    @Override
    public List<WorkspaceImporterDescriptor> importers() {
        return brought().importers.values().stream()
                .map(owned -> owned.factory().descriptor())
                .toList();
    }

    @Override
    public List<String> regions(String cloudProvider) {
        return brought().plugins.stream()
                .flatMap(owned -> regions(owned).getOrDefault(cloudProvider, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<String> partition(String region) {
        return brought().plugins.stream()
                .flatMap(owned -> Optional.ofNullable(partitions(owned).get(region)).stream())
                .findFirst();
    }

    @Override
    public List<String> notes(Session session) {
        return Optional.ofNullable(brought().methods.get(session.type()))
                .map(owned -> PluginGuard.call(
                        owned.plugin(), () -> List.copyOf(owned.factory().notes(session))))
                .orElse(List.of());
    }

    @Override
    public List<SessionActionDescriptor> sessionActions(SessionType type) {
        return brought().actions.values().stream()
                .map(owned -> owned.factory().descriptor())
                .filter(action -> action.types().contains(type))
                .distinct()
                .sorted(Comparator.comparing(SessionActionDescriptor::id))
                .toList();
    }

    /** Returns an action, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<SessionAction> action(SessionType type, String id) {
        return Optional.ofNullable(brought().actions.get(id + " of " + type))
                .map(owned -> run -> PluginGuard.call(
                        owned.plugin(), () -> owned.factory().create(context).run(run)));
    }

    /** Returns the access method of a type, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<AccessMethod> method(SessionType type) {
        return Optional.ofNullable(brought().methods.get(type))
                .map(owned -> liveMethods.computeIfAbsent(
                        type,
                        key -> new GuardedAccessMethod(
                                owned.plugin(),
                                PluginGuard.call(
                                        owned.plugin(), () -> owned.factory().create(context)))));
    }

    /** Returns the chain of an id, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<ProviderChain> chain(String id) {
        return Optional.ofNullable(brought().chains.get(id))
                .map(owned -> liveChains.computeIfAbsent(
                        id,
                        key -> new GuardedProviderChain(
                                owned.plugin(),
                                PluginGuard.call(
                                        owned.plugin(), () -> owned.factory().create(context)))));
    }

    @Override
    public List<IntegrationDescriptor> integrations() {
        return brought().integrations.values().stream()
                .map(owned -> owned.factory().descriptor())
                .toList();
    }

    /** Returns what serves integrations of a type, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<IntegrationProvider> integrationProvider(String type) {
        return Optional.ofNullable(brought().integrations.get(type))
                .map(owned -> liveIntegrations.computeIfAbsent(
                        type,
                        key -> new GuardedIntegrationProvider(
                                owned.plugin(),
                                PluginGuard.call(
                                        owned.plugin(), () -> owned.factory().create(context)))));
    }

    /** Returns the importer of an id, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<WorkspaceImporter> importer(String id) {
        return Optional.ofNullable(brought().importers.get(id))
                .map(owned -> new GuardedWorkspaceImporter(owned.plugin(), owned.factory()));
    }

    /** Returns where SAML assertions come from. */
    public AssertionSources assertionSources() {
        return brought().assertionSources;
    }

    /** Returns how credentials are handed to programs and people. */
    public Handing handing() {
        return new Handing(context, () -> brought().plugins);
    }

    /** Returns what each plug-in needs of the network, by its id; asking one that is broken names it. */
    public Map<String, Function<Workspace, List<Endpoint>>> endpoints() {
        Map<String, Function<Workspace, List<Endpoint>>> endpoints = new LinkedHashMap<>();
        brought()
                .plugins
                .forEach(owned -> endpoints.put(
                        owned.plugin(),
                        workspace -> PluginGuard.call(
                                owned.plugin(),
                                () -> List.copyOf(owned.factory().endpoints(context, workspace)))));
        return endpoints;
    }

    private static Map<String, List<String>> regions(Owned<LeappPlugin> owned) {
        return PluginGuard.call(
                owned.plugin(), () -> Objects.requireNonNull(owned.factory().regions()));
    }

    private static Map<String, String> partitions(Owned<LeappPlugin> owned) {
        return PluginGuard.call(
                owned.plugin(), () -> Objects.requireNonNull(owned.factory().partitions()));
    }
}

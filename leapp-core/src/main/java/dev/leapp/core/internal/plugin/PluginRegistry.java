package dev.leapp.core.internal.plugin;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.PluginStatus;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.SessionAction;
import dev.leapp.core.spi.SessionActionDescriptor;
import dev.leapp.core.spi.SessionActionFactory;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What the accepted plug-ins bring; access methods and chains are created once, when first needed. */
public final class PluginRegistry implements Plugins {

    private final PluginContext context;
    private final List<PluginStatus> report = new ArrayList<>();
    private final Map<SessionType, Owned<AccessMethodFactory>> methods =
            new TreeMap<>(Comparator.comparing(SessionType::value));
    private final Map<String, Owned<ProviderChainFactory>> chains = new LinkedHashMap<>();
    private final Map<String, Owned<WorkspaceImporter>> importers = new LinkedHashMap<>();
    private final Map<String, Owned<SessionActionFactory>> actions = new LinkedHashMap<>();
    private final AssertionSources assertionSources;
    private final Handing handing;
    private final Map<String, TreeSet<String>> regions = new TreeMap<>();
    private final Map<String, String> partitions = new TreeMap<>();
    private final Map<SessionType, AccessMethod> liveMethods = new ConcurrentHashMap<>();
    private final Map<String, ProviderChain> liveChains = new ConcurrentHashMap<>();

    private final List<Owned<LeappPlugin>> loaded = new ArrayList<>();

    private PluginRegistry(PluginContext context) {
        this.context = context;
        this.assertionSources = new AssertionSources(context);
        this.handing = new Handing(context);
    }

    /**
     * Takes in the given plug-ins first, then those found on the class path. First declared, first served; an id that two share is
     * refused for both unless one was given.
     */
    public static PluginRegistry of(List<LeappPlugin> given, Optional<ClassLoader> scanned, PluginContext context) {
        PluginRegistry registry = new PluginRegistry(context);
        List<PluginCandidate> candidates = new ArrayList<>();
        for (LeappPlugin plugin : given) {
            candidates.add(new PluginCandidate(plugin.getClass(), () -> plugin, "builder", true));
        }
        scanned.map(PluginScan::of).ifPresent(scan -> {
            scan.found().stream()
                    .sorted(Comparator.comparing(PluginCandidate::idOrClass))
                    .forEach(candidates::add);
            registry.report.addAll(scan.broken());
        });
        PluginAdmission.admit(candidates, registry::take, registry.report::add);
        registry.report.sort(Comparator.comparing(PluginStatus::id));
        return registry;
    }

    @Override
    public List<PluginStatus> report() {
        return List.copyOf(report);
    }

    @Override
    public List<AccessMethodDescriptor> accessMethods() {
        return methods.values().stream()
                .map(owned -> owned.factory().descriptor())
                .toList();
    }

    @Override
    public Optional<AccessMethodDescriptor> accessMethod(SessionType type) {
        return Optional.ofNullable(methods.get(type))
                .map(owned -> owned.factory().descriptor());
    }

    @Override
    public List<ProviderChainDescriptor> providerChains() {
        return chains.values().stream()
                .map(owned -> owned.factory().descriptor())
                .toList();
    }

    @Override
    public List<WorkspaceImporterDescriptor> importers() {
        return importers.values().stream()
                .map(owned -> owned.factory().descriptor())
                .toList();
    }

    @Override
    public List<String> regions(String cloudProvider) {
        return List.copyOf(regions.getOrDefault(cloudProvider, new TreeSet<>()));
    }

    @Override
    public Optional<String> partition(String region) {
        return Optional.ofNullable(partitions.get(region));
    }

    @Override
    public List<String> notes(Session session) {
        return Optional.ofNullable(methods.get(session.type()))
                .map(owned -> PluginGuard.call(
                        owned.plugin(), () -> List.copyOf(owned.factory().notes(session))))
                .orElse(List.of());
    }

    @Override
    public List<SessionActionDescriptor> sessionActions(SessionType type) {
        return actions.values().stream()
                .map(owned -> owned.factory().descriptor())
                .filter(action -> action.types().contains(type))
                .distinct()
                .sorted(Comparator.comparing(SessionActionDescriptor::id))
                .toList();
    }

    /** Returns an action, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<SessionAction> action(SessionType type, String id) {
        return Optional.ofNullable(actions.get(id + " of " + type))
                .map(owned -> run -> PluginGuard.call(
                        owned.plugin(), () -> owned.factory().create(context).run(run)));
    }

    /** Returns the access method of a type, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<AccessMethod> method(SessionType type) {
        return Optional.ofNullable(methods.get(type))
                .map(owned -> liveMethods.computeIfAbsent(
                        type,
                        key -> new GuardedAccessMethod(
                                owned.plugin(),
                                PluginGuard.call(
                                        owned.plugin(), () -> owned.factory().create(context)))));
    }

    /** Returns the chain of an id, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<ProviderChain> chain(String id) {
        return Optional.ofNullable(chains.get(id))
                .map(owned -> liveChains.computeIfAbsent(
                        id,
                        key -> new GuardedProviderChain(
                                owned.plugin(),
                                PluginGuard.call(
                                        owned.plugin(), () -> owned.factory().create(context)))));
    }

    /** Returns the importer of an id, guarded so that whatever goes wrong in it names its plug-in. */
    public Optional<WorkspaceImporter> importer(String id) {
        return Optional.ofNullable(importers.get(id))
                .map(owned -> new GuardedWorkspaceImporter(owned.plugin(), owned.factory()));
    }

    /** Returns where SAML assertions come from. */
    public AssertionSources assertionSources() {
        return assertionSources;
    }

    /** Returns how credentials are handed to programs and people. */
    public Handing handing() {
        return handing;
    }

    /** Returns what each plug-in needs of the network, by its id; asking one that is broken names it. */
    public Map<String, Function<Workspace, List<Endpoint>>> endpoints() {
        Map<String, Function<Workspace, List<Endpoint>>> endpoints = new LinkedHashMap<>();
        loaded.forEach(owned -> endpoints.put(
                owned.plugin(),
                workspace -> PluginGuard.call(
                        owned.plugin(), () -> List.copyOf(owned.factory().endpoints(context, workspace)))));
        return endpoints;
    }

    private PluginStatus take(PluginCandidate candidate, LeappPlugin plugin) {
        String id = candidate.idOrClass();
        List<String> brings = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (AccessMethodFactory factory : plugin.accessMethods()) {
            SessionType type = factory.descriptor().type();
            claim(methods, type, new Owned<>(id, factory), "session type " + type, brings, refused);
        }
        for (ProviderChainFactory factory : plugin.providerChains()) {
            String chain = factory.descriptor().id();
            claim(chains, chain, new Owned<>(id, factory), "provider chain " + chain, brings, refused);
        }
        for (SessionActionFactory factory : plugin.sessionActions()) {
            SessionActionDescriptor action = factory.descriptor();
            for (SessionType type : action.types()) {
                String which = action.id() + " of " + type;
                claim(actions, which, new Owned<>(id, factory), "action:" + action.id(), brings, refused);
            }
        }
        for (WorkspaceImporter importer : plugin.importers()) {
            String from = importer.descriptor().id();
            claim(importers, from, new Owned<>(id, importer), "importer:" + from, brings, refused);
        }
        for (AssertionSourceFactory factory : plugin.assertionSources()) {
            String source = factory.descriptor().id();
            claim(
                    assertionSources.factories(),
                    source,
                    new Owned<>(id, factory),
                    "assertion-source:" + source,
                    brings,
                    refused);
        }
        handing.take(id, plugin);
        plugin.regions()
                .forEach((cloud, names) ->
                        regions.computeIfAbsent(cloud, key -> new TreeSet<>()).addAll(names));
        plugin.partitions().forEach(partitions::putIfAbsent);
        loaded.add(new Owned<>(id, plugin));
        Optional<String> refusal = refused.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", refused));
        return new PluginStatus(id, candidate.version(), candidate.source(), brings, refusal, true);
    }

    private static <K, T> void claim(
            Map<K, Owned<T>> taken, K key, Owned<T> mine, String what, List<String> brings, List<String> refused) {
        Owned<T> other = taken.putIfAbsent(key, mine);
        if (other == null) {
            brings.add(what.substring(what.lastIndexOf(' ') + 1));
        } else {
            refused.add(what + " is already provided by " + other.plugin());
        }
    }
}

package dev.leapp.core.internal.plugin;

import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.PluginStatus;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.SessionActionDescriptor;
import dev.leapp.core.spi.SessionActionFactory;
import dev.leapp.core.spi.WorkspaceImporter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the accepted plug-ins bring, by what it is called. */
final class Brought {

    final Map<SessionType, Owned<AccessMethodFactory>> methods =
            new TreeMap<>(Comparator.comparing(SessionType::value));
    final Map<String, Owned<ProviderChainFactory>> chains = new LinkedHashMap<>();
    final Map<String, Owned<WorkspaceImporter>> importers = new LinkedHashMap<>();
    final Map<String, Owned<IntegrationProviderFactory>> integrations = new TreeMap<>();
    final Map<String, Owned<SessionActionFactory>> actions = new LinkedHashMap<>();
    final List<Owned<LeappPlugin>> plugins = new ArrayList<>();
    final List<PluginStatus> report = new ArrayList<>();
    final AssertionSources assertionSources;

    private Brought(PluginContext context) {
        this.assertionSources = new AssertionSources(context);
    }

    /**
     * Takes in the given plug-ins first, then those found on the class path. First declared, first served; an id that two share is
     * refused for both unless one was given.
     */
    static Brought by(List<LeappPlugin> given, Optional<ClassLoader> scanned, PluginContext context) {
        Brought brought = new Brought(context);
        List<PluginCandidate> candidates = new ArrayList<>();
        for (LeappPlugin plugin : given) {
            candidates.add(new PluginCandidate(plugin.getClass(), () -> plugin, "builder", true));
        }
        scanned.map(PluginScan::of).ifPresent(scan -> {
            scan.found().stream()
                    .sorted(Comparator.comparing(PluginCandidate::idOrClass))
                    .forEach(candidates::add);
            brought.report.addAll(scan.broken());
        });
        PluginAdmission.admit(candidates, brought::take, brought.report::add);
        brought.report.sort(Comparator.comparing(PluginStatus::id));
        return brought;
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
        for (IntegrationProviderFactory factory : plugin.integrationProviders()) {
            String type = factory.descriptor().type();
            claim(integrations, type, new Owned<>(id, factory), "integration:" + type, brings, refused);
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
        plugins.add(new Owned<>(id, plugin));
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

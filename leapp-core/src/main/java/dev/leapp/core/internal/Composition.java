package dev.leapp.core.internal;

import dev.leapp.core.handover.Handovers;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.definition.DefaultSessions;
import dev.leapp.core.internal.definition.DefaultWorkspaces;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.definition.SessionDefinitions;
import dev.leapp.core.internal.handover.Consoles;
import dev.leapp.core.internal.handover.DefaultHandovers;
import dev.leapp.core.internal.handover.Environments;
import dev.leapp.core.internal.handover.ServerLimits;
import dev.leapp.core.internal.handover.Servers;
import dev.leapp.core.internal.integration.DefaultIntegrations;
import dev.leapp.core.internal.integration.LifecycleCare;
import dev.leapp.core.internal.issuance.FileIssuanceLog;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.internal.secret.GivenSecretStores;
import dev.leapp.core.internal.secret.SecretStoreSelector;
import dev.leapp.core.internal.session.DefaultRotationScheduler;
import dev.leapp.core.internal.session.SessionLifecycle;
import dev.leapp.core.internal.session.StopMarks;
import dev.leapp.core.internal.transfer.AfterImport;
import dev.leapp.core.internal.transfer.DefaultTransfer;
import dev.leapp.core.internal.transfer.Importing;
import dev.leapp.core.internal.workspace.FileWorkspaceRepository;
import dev.leapp.core.internal.workspace.Poller;
import dev.leapp.core.internal.workspace.WatchedRepository;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.WorkspaceFile;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the parts together; the only class that sees all rings. */
public record Composition(
        Sessions sessions,
        Integrations integrations,
        Workspaces workspaces,
        WorkspaceFile workspaceFile,
        WorkspaceTransfer transfer,
        SecretStores secretStores,
        Plugins plugins,
        Doctor doctor,
        Handovers handovers,
        IssuanceLog issuanceLog,
        Function<RotationListener, RotationScheduler> rotation,
        Runnable closing)
        implements AutoCloseable {

    /** Everything that comes from outside. */
    public record Surroundings(
            Path home,
            Environment environment,
            Clock clock,
            SecureRandom random,
            UserInteraction interaction,
            Optional<SecretStore> secretStore,
            List<LeappPlugin> plugins,
            Optional<ClassLoader> pluginLoader,
            HttpSettings http,
            String command,
            boolean ignoreDesktopApp,
            List<LeappListener> listeners,
            Duration watch,
            Optional<Executor> refreshing,
            Supplier<String> caller) {

        private boolean isWatching() {
            return !listeners.isEmpty() && !watch.isZero();
        }

        /** The same, but with nobody to ask and nobody to tell. */
        Surroundings unattended() {
            return new Surroundings(
                    home,
                    environment,
                    clock,
                    random,
                    UserInteraction.nonInteractive(),
                    secretStore,
                    plugins,
                    pluginLoader,
                    http,
                    command,
                    ignoreDesktopApp,
                    List.of(),
                    Duration.ZERO,
                    Optional.empty(),
                    caller);
        }

        LeappDirectory directory() {
            return new LeappDirectory(environment
                    .get("LEAPP_HOME")
                    .map(Path::of)
                    .map(Path::toAbsolutePath)
                    .orElseGet(() -> home.resolve(".Leapp")));
        }
    }

    public static Composition of(Surroundings around) {
        Parts parts = Parts.of(around);
        FileWorkspaceRepository stored = parts.repository();
        Optional<WatchedRepository> watched = around.isWatching()
                ? Optional.of(new WatchedRepository(
                        stored, stored::readUnasked, parts.directory().workspaceFile()))
                : Optional.empty();
        WorkspaceRepository repository =
                watched.<WorkspaceRepository>map(watching -> watching).orElse(stored);
        SecretStoreSelector selector = parts.selector(repository, stored);
        SecretStore store = around.secretStore().orElseGet(selector::store);
        SecretStores stores =
                around.secretStore().<SecretStores>map(GivenSecretStores::new).orElse(selector);
        PluginRegistry plugins = parts.plugins();
        Ids ids = new Ids(around.random());
        PromptedCredentials prompted = new PromptedCredentials(store, around.clock());
        FileIssuanceLog log = parts.issuanceLog(stored.keys());
        Issuances issuances = new Issuances(log, around.caller());
        Logins logins = parts.logins(store, repository);
        SessionLifecycle lifecycle = parts.lifecycle(repository, stored.keys(), store, ids, issuances, logins);
        SessionDefinitions definitions = new SessionDefinitions(repository, store, plugins, ids);
        Sessions sessions = new DefaultSessions(definitions, lifecycle, prompted, issuances);
        Sessions handed = new DefaultSessions(definitions, lifecycle, prompted, Issuances.none());
        Handovers handovers = new DefaultHandovers(
                new Environments(handed, plugins.handing(), log),
                new Servers(
                        handed,
                        plugins.handing(),
                        log,
                        new StopMarks(parts.directory().stops(), parts.files()),
                        lifecycle::endLeasesUntold,
                        around.random(),
                        around.clock(),
                        ServerLimits.STANDARD),
                new Consoles(lifecycle, log));
        Workspaces workspaces = new DefaultWorkspaces(
                repository, sessions, lifecycle::optionsNow, lifecycle::definitionsChanged, plugins, ids);
        Integrations integrations = new DefaultIntegrations(
                repository,
                plugins,
                logins,
                parts.listings(stored.keys(), logins),
                new LifecycleCare(definitions, lifecycle),
                ids,
                around.clock());
        Receipts receipts = parts.receipts();
        WorkspaceTransfer transfer = DefaultTransfer.of(
                repository,
                store,
                new Importing(plugins, parts.context(), receipts, stored.others()::open),
                parts.files(),
                Argon2Cost.DEFAULT,
                afterImport(lifecycle, prompted));
        Optional<Poller> poller = watched.map(watching -> poller(watching, lifecycle));
        poller.ifPresent(begun -> begun.start(around.watch()));
        WorkspaceFile file = stored.file(receipts::exists, Parts.following(log));
        Doctor doctor = new DoctorComposition(around);
        Function<RotationListener, RotationScheduler> rotation =
                listener -> new DefaultRotationScheduler(lifecycle, listener);
        return new Composition(
                sessions,
                integrations,
                workspaces,
                file,
                transfer,
                stores,
                plugins,
                doctor,
                handovers,
                log,
                rotation,
                () -> {
                    poller.ifPresent(Poller::close);
                    lifecycle.close();
                    logins.close();
                    selector.close();
                    stored.close();
                });
    }

    private static Poller poller(WatchedRepository watched, SessionLifecycle lifecycle) {
        return new Poller(watched, changes -> lifecycle.othersChanged(changes.definitions(), changes.sessions()));
    }

    @Override
    public void close() {
        closing.run();
    }

    private static AfterImport afterImport(SessionLifecycle lifecycle, PromptedCredentials prompted) {
        return (replaced, rekeyed) -> {
            rekeyed.forEach(prompted::delete);
            Stream.concat(replaced.stream(), rekeyed.stream()).distinct().forEach(lifecycle::forgetCached);
            lifecycle.definitionsChanged();
        };
    }
}

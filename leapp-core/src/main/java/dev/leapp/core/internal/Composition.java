package dev.leapp.core.internal;

import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.definition.DefaultSessions;
import dev.leapp.core.internal.definition.DefaultWorkspaces;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.definition.SessionDefinitions;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.machine.CommandRunner;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.machine.MachineIdReader;
import dev.leapp.core.internal.machine.MachineIdSource;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.internal.secret.GivenSecretStores;
import dev.leapp.core.internal.secret.SecretStoreSelector;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.internal.session.SessionLifecycle;
import dev.leapp.core.internal.session.SessionLifecycles;
import dev.leapp.core.internal.transfer.AfterImport;
import dev.leapp.core.internal.transfer.DefaultTransfer;
import dev.leapp.core.internal.transfer.Importing;
import dev.leapp.core.internal.workspace.DesktopApp;
import dev.leapp.core.internal.workspace.FileWorkspaceRepository;
import dev.leapp.core.internal.workspace.Poller;
import dev.leapp.core.internal.workspace.WatchedRepository;
import dev.leapp.core.internal.workspace.WorkspaceKeys;
import dev.leapp.core.internal.workspace.key.WorkspacePassphrase;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.WorkspaceFile;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the parts together; the only class that sees all rings. */
public record Composition(
        Sessions sessions,
        Workspaces workspaces,
        WorkspaceFile workspaceFile,
        WorkspaceTransfer transfer,
        SecretStores secretStores,
        Plugins plugins,
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
            Duration watch) {

        private boolean isWatching() {
            return !listeners.isEmpty() && !watch.isZero();
        }

        private LeappDirectory directory() {
            return new LeappDirectory(environment
                    .get("LEAPP_HOME")
                    .map(Path::of)
                    .map(Path::toAbsolutePath)
                    .orElseGet(() -> home.resolve(".Leapp")));
        }
    }

    public static Composition of(Surroundings around) {
        LeappDirectory directory = around.directory();
        AtomicFile files = new AtomicFile(FileOperations.ofTheSystem(), around.random());
        PluginRegistry plugins = PluginRegistry.of(around.plugins(), around.pluginLoader(), pluginContext(around));
        Supplier<MachineId> machineId = machineId(around);
        FileWorkspaceRepository stored = repository(around, directory, files, machineId);
        Optional<WatchedRepository> watched = around.isWatching()
                ? Optional.of(new WatchedRepository(stored, stored::readUnasked, directory.workspaceFile()))
                : Optional.empty();
        WorkspaceRepository repository =
                watched.<WorkspaceRepository>map(watching -> watching).orElse(stored);
        SecretStoreSelector selector = SecretStoreSelector.ofThisMachine(
                repository,
                directory,
                System.getProperty("os.name"),
                around.environment(),
                around.interaction(),
                around.random(),
                plugins,
                store -> keptForDesktopApp(stored.file(session -> false).format()));
        SecretStore store = around.secretStore().orElseGet(selector::store);
        SecretStores stores =
                around.secretStore().<SecretStores>map(GivenSecretStores::new).orElse(selector);
        Ids ids = new Ids(around.random());
        PromptedCredentials prompted = new PromptedCredentials(store, around.clock());
        WorkspaceKeys keys = stored.keys();
        SessionLifecycle lifecycle = new SessionLifecycles(
                        directory,
                        repository,
                        plugins,
                        store,
                        new CredentialCache(
                                directory.cache(),
                                files,
                                new AesGcm(around.random()),
                                () -> keys.subkey("credential cache")),
                        prompted,
                        files,
                        around.interaction(),
                        ids::next,
                        around.listeners(),
                        around.clock())
                .compose();
        SessionDefinitions definitions = new SessionDefinitions(repository, store, plugins, ids);
        Sessions sessions = new DefaultSessions(definitions, lifecycle, prompted);
        Workspaces workspaces = new DefaultWorkspaces(
                repository, sessions, lifecycle::optionsNow, lifecycle::definitionsChanged, plugins, ids);
        Receipts receipts = new Receipts(directory.receipts(), files);
        WorkspaceTransfer transfer = DefaultTransfer.of(
                repository,
                store,
                new Importing(plugins, pluginContext(around), receipts, stored.others()::open),
                files,
                Argon2Cost.DEFAULT,
                afterImport(lifecycle, prompted));
        Optional<Poller> poller = watched.map(watching -> poller(watching, lifecycle));
        poller.ifPresent(begun -> begun.start(around.watch()));
        WorkspaceFile file = stored.file(receipts::exists);
        return new Composition(sessions, workspaces, file, transfer, stores, plugins, () -> {
            poller.ifPresent(Poller::close);
            selector.close();
            stored.close();
        });
    }

    /** The desktop app looks for its secrets in the keychain. */
    private static Optional<String> keptForDesktopApp(String format) {
        return format.equals(WorkspaceFile.LEAPP)
                ? Optional.of("the Leapp desktop app needs them as long as the workspace is in its format")
                : Optional.empty();
    }

    private static Poller poller(WatchedRepository watched, SessionLifecycle lifecycle) {
        return new Poller(watched, changes -> lifecycle.othersChanged(changes.definitions(), changes.sessions()));
    }

    @Override
    public void close() {
        closing.run();
    }

    private static FileWorkspaceRepository repository(
            Surroundings around, LeappDirectory directory, AtomicFile files, Supplier<MachineId> machineId) {
        String osName = System.getProperty("os.name");
        DesktopApp desktopApp = DesktopApp.of(osName, directory.root());
        Keychains.Limits limits =
                around.interaction().isInteractive() ? Keychains.Limits.INTERACTIVE : Keychains.Limits.NON_INTERACTIVE;
        return new FileWorkspaceRepository.Builder(directory.workspaceFile(), files, around.random(), around.clock())
                .passphrase(new WorkspacePassphrase(around.environment(), around.interaction()))
                .keychain(() -> Keychains.of(osName, around.environment(), limits, new RoundTrip(around.random())))
                .desktopApp(() -> !around.ignoreDesktopApp() && desktopApp.isRunning())
                .build(machineId);
    }

    private static AfterImport afterImport(SessionLifecycle lifecycle, PromptedCredentials prompted) {
        return (replaced, rekeyed) -> {
            rekeyed.forEach(prompted::delete);
            Stream.concat(replaced.stream(), rekeyed.stream()).distinct().forEach(lifecycle::forgetCached);
            lifecycle.definitionsChanged();
        };
    }

    private static Supplier<MachineId> machineId(Surroundings around) {
        MachineIdSource source = MachineIdSource.of(
                System.getProperty("os.name"), Path.of("/"), around.environment(), CommandRunner.ofTheSystem());
        return new MachineIdReader(around.environment(), source)::read;
    }

    private static PluginContext pluginContext(Surroundings around) {
        return PluginContext.builder(around.home())
                .environment(around.environment())
                .clock(around.clock())
                .random(around.random())
                .http(around.http())
                .command(around.command())
                .build();
    }
}

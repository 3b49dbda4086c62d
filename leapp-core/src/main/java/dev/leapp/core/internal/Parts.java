package dev.leapp.core.internal;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.Composition.Surroundings;
import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.definition.Ids;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.integration.listing.Applied;
import dev.leapp.core.internal.integration.listing.Journals;
import dev.leapp.core.internal.integration.listing.Listings;
import dev.leapp.core.internal.integration.listing.Turns;
import dev.leapp.core.internal.issuance.FileIssuanceLog;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.internal.login.DefaultLogins;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.internal.machine.CommandRunner;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.machine.MachineIdReader;
import dev.leapp.core.internal.machine.MachineIdSource;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.internal.secret.SecretStoreSelector;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.internal.session.SessionLifecycle;
import dev.leapp.core.internal.session.SessionLifecycles;
import dev.leapp.core.internal.workspace.DesktopApp;
import dev.leapp.core.internal.workspace.FileWorkspaceRepository;
import dev.leapp.core.internal.workspace.KeyFollower;
import dev.leapp.core.internal.workspace.WorkspaceKeys;
import dev.leapp.core.internal.workspace.key.WorkspacePassphrase;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The parts that a Leapp in these surroundings is put together from; some are made anew by each call. */
record Parts(
        Surroundings around,
        LeappDirectory directory,
        AtomicFile files,
        PluginContext context,
        PluginRegistry plugins) {

    static Parts of(Surroundings around) {
        PluginContext context = PluginContext.builder(around.home())
                .environment(around.environment())
                .clock(around.clock())
                .random(around.random())
                .http(around.http().withEnvironment(around.environment()))
                .command(around.command())
                .build();
        return new Parts(
                around,
                around.directory(),
                new AtomicFile(FileOperations.ofTheSystem(), around.random()),
                context,
                PluginRegistry.of(around.plugins(), around.pluginLoader(), context));
    }

    FileWorkspaceRepository repository() {
        DesktopApp desktopApp = desktopApp();
        Keychains.Limits limits =
                around.interaction().isInteractive() ? Keychains.Limits.INTERACTIVE : Keychains.Limits.NON_INTERACTIVE;
        return new FileWorkspaceRepository.Builder(directory.workspaceFile(), files, around.random(), around.clock())
                .passphrase(passphrase())
                .keychain(() -> Keychains.of(osName(), around.environment(), limits, new RoundTrip(around.random())))
                .desktopApp(() -> !around.ignoreDesktopApp() && desktopApp.isRunning())
                .build(machineId());
    }

    SecretStoreSelector selector(WorkspaceRepository repository, FileWorkspaceRepository stored) {
        return SecretStoreSelector.ofThisMachine(
                repository,
                directory,
                osName(),
                around.environment(),
                around.interaction(),
                around.random(),
                plugins,
                store -> keptForDesktopApp(stored.file(session -> false).format()));
    }

    FileIssuanceLog issuanceLog(WorkspaceKeys keys) {
        return new FileIssuanceLog(
                directory.log(),
                directory.locks(),
                FileOperations.ofTheSystem(),
                files,
                new AesGcm(around.random()),
                FileIssuanceLog.Sizes.USUAL,
                () -> keys.subkey(FileIssuanceLog.PURPOSE),
                around.interaction()::inform,
                around.clock());
    }

    /** The log's key opens with the workspace's next key before the workspace has it, and with that alone afterwards. */
    static KeyFollower following(FileIssuanceLog log) {
        return new KeyFollower() {
            @Override
            public void follow(Function<String, byte[]> now, Function<String, byte[]> next) {
                byte[] former = now.apply(FileIssuanceLog.PURPOSE);
                log.reseal(former, List.of(next.apply(FileIssuanceLog.PURPOSE), former));
            }

            @Override
            public void settle(Function<String, byte[]> next) {
                byte[] only = next.apply(FileIssuanceLog.PURPOSE);
                log.reseal(only, List.of(only));
            }
        };
    }

    Logins logins(SecretStore store, WorkspaceRepository repository) {
        return DefaultLogins.of(
                directory,
                files,
                plugins,
                store,
                around.interaction(),
                around.random(),
                id -> defined(repository, id),
                around.clock());
    }

    private static Optional<Integration> defined(WorkspaceRepository repository, IntegrationId id) {
        return repository.read().workspace().integrations().stream()
                .filter(integration -> integration.id().equals(id))
                .findFirst();
    }

    Listings listings(WorkspaceKeys keys, Logins logins) {
        Journals journals = new Journals(
                directory.listings(),
                FileOperations.ofTheSystem(),
                new AesGcm(around.random()),
                () -> keys.subkey(Journals.PURPOSE));
        Applied applied = new Applied(
                directory.listings(),
                files,
                new Turns(directory.locks(), "synced", around.interaction(), Listings.PATIENCE),
                around.clock());
        return new Listings(
                new Turns(directory.locks(), "listed", around.interaction(), Listings.PATIENCE),
                journals,
                applied,
                logins,
                around.interaction(),
                around.clock());
    }

    SessionLifecycle lifecycle(
            WorkspaceRepository repository,
            WorkspaceKeys keys,
            SecretStore store,
            Ids ids,
            Issuances issuances,
            Logins logins) {
        CredentialCache cache = new CredentialCache(
                directory.cache(), files, new AesGcm(around.random()), () -> keys.subkey("credential cache"));
        return new SessionLifecycles(
                        directory,
                        repository,
                        plugins,
                        store,
                        logins,
                        cache,
                        new PromptedCredentials(store, around.clock()),
                        files,
                        around.interaction(),
                        ids::next,
                        around.listeners(),
                        around.random(),
                        around.refreshing(),
                        issuances,
                        around.clock())
                .compose();
    }

    Receipts receipts() {
        return new Receipts(directory.receipts(), files);
    }

    WorkspacePassphrase passphrase() {
        return new WorkspacePassphrase(around.environment(), around.interaction());
    }

    DesktopApp desktopApp() {
        return DesktopApp.of(osName(), directory.root());
    }

    /** The desktop app looks for its secrets in the keychain. */
    private static Optional<String> keptForDesktopApp(String format) {
        return format.equals(WorkspaceFile.LEAPP)
                ? Optional.of("the Leapp desktop app needs them as long as the workspace is in its format")
                : Optional.empty();
    }

    private Supplier<MachineId> machineId() {
        MachineIdSource source =
                MachineIdSource.of(osName(), Path.of("/"), around.environment(), CommandRunner.ofTheSystem());
        return new MachineIdReader(around.environment(), source)::read;
    }

    private static String osName() {
        return System.getProperty("os.name");
    }
}

package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.ExportSummary;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.ImportSource;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One user's machine: a workspace and a secret store in memory, and what is done between them. */
final class Machine {

    static final String PASSPHRASE = "correct horse";

    final TestPlugin plugin = new TestPlugin();
    final Map<String, String> secrets = new TreeMap<>();
    final Set<String> replaced = new LinkedHashSet<>();
    final Set<String> rekeyed = new LinkedHashSet<>();
    final Path directory;
    final DefaultTransfer transfer;
    final Receipts receipts;
    final PluginRegistry registry;
    /** Runs before the next transaction. */
    @Nullable
    Runnable beforeUpdate;
    /** Fails the store's writing of that name. */
    @Nullable
    String storeFailsAt;

    int storeReads;
    private Snapshot snapshot;

    Machine(Path directory, String defaultProfileId) {
        this.directory = directory;
        this.snapshot = new Snapshot(
                Workspace.builder()
                        .profile(new NamedProfile(new ProfileId(defaultProfileId), NamedProfile.DEFAULT))
                        .build(),
                Map.of());
        PluginContext context = PluginContext.builder(directory).build();
        AtomicFile files = new AtomicFile(FileOperations.ofTheSystem(), new SecureRandom());
        this.receipts = new Receipts(directory.resolve("receipts"), files);
        this.registry = PluginRegistry.of(List.of(plugin), Optional.empty(), context);
        this.transfer = DefaultTransfer.of(
                new Repository(),
                new Store(),
                new Importing(registry, context, receipts, (from, bytes) -> Optional.empty()),
                files,
                new Argon2Cost(8, 1, 1),
                (settings, keys) -> {
                    settings.forEach(id -> replaced.add(id.value()));
                    keys.forEach(id -> rekeyed.add(id.value()));
                });
    }

    static Session.Builder session(String id, String name) {
        return Session.builder(new SessionId(id), name, TestPlugin.TYPE, "r-1");
    }

    Workspace workspace() {
        return snapshot.workspace();
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Machine with(UnaryOperator<Workspace.Builder> change) {
        snapshot = snapshot.with(change.apply(workspace().toBuilder()).build());
        return this;
    }

    Machine with(Session.Builder session) {
        return with(workspace -> workspace.session(session.build()));
    }

    Machine with(Workspace workspace) {
        snapshot = snapshot.with(workspace);
        return this;
    }

    Machine with(String session, SessionState state) {
        snapshot = snapshot.with(new SessionId(session), state);
        return this;
    }

    Path bundle(ExportOptions options) {
        Path file = directory.resolve("bundle-" + System.nanoTime());
        export(file, options);
        return file;
    }

    ExportSummary export(Path file, ExportOptions options) {
        return transfer.exportTo(file, () -> Secret.of(PASSPHRASE), options);
    }

    ImportPlan plan(Path bundle, ConflictPolicy policy) {
        return transfer.plan(
                ImportSource.file(bundle, () -> Secret.of(PASSPHRASE)),
                ImportOptions.standard().onConflict(policy));
    }

    ImportPlan plan(Path bundle) {
        return plan(bundle, ConflictPolicy.KEEP);
    }

    ImportPlan planElsewhere() {
        return transfer.plan(ImportSource.importer("elsewhere"), ImportOptions.standard());
    }

    /** Returns what becomes of something, as {@code action reason}. */
    static String fate(ImportPlan plan, String kind, String name) {
        ImportEntry entry = entry(plan, kind, name);
        return (entry.action() + " " + entry.reason()).strip();
    }

    static ImportEntry entry(ImportPlan plan, String kind, String name) {
        return plan.entries().stream()
                .filter(each -> each.kind().equals(kind) && each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + plan.entries()));
    }

    private final class Repository implements WorkspaceRepository {

        @Override
        public Snapshot read() {
            return snapshot;
        }

        @Override
        public <R> R update(Function<Snapshot, Update<R>> change) {
            Runnable before = beforeUpdate;
            beforeUpdate = null;
            if (before != null) {
                before.run();
            }
            Update<R> update = change.apply(snapshot);
            snapshot = update.next();
            return update.result();
        }

        @Override
        public String location() {
            return "memory";
        }
    }

    private final class Store implements SecretStore {

        @Override
        public String id() {
            return "test";
        }

        @Override
        public Availability probe() {
            return new Availability.Available();
        }

        @Override
        public Optional<Secret> get(SecretName name) {
            storeReads++;
            return Optional.ofNullable(secrets.get(name.account())).map(Secret::of);
        }

        @Override
        public void put(SecretName name, Secret value) {
            if (name.account().equals(storeFailsAt)) {
                storeFailsAt = null;
                throw new IllegalStateException("the store fails");
            }
            secrets.put(name.account(), value.reveal());
        }

        @Override
        public void delete(SecretName name) {
            secrets.remove(name.account());
        }

        @Override
        public void close() {}
    }
}

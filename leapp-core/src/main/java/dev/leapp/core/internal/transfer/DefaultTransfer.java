package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.transfer.bundle.BundleFiles;
import dev.leapp.core.internal.transfer.bundle.Bundles;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.ExportSummary;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.ImportSource;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.WorkspaceTransfer;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * {@link WorkspaceTransfer} over a repository and a secret store. No secret store is touched, and nobody asked, inside a transaction
 * of the repository.
 */
public final class DefaultTransfer implements WorkspaceTransfer {

    private final WorkspaceRepository repository;
    private final SecretStore store;
    private final SecretNames names;
    private final Exporter exporter;
    private final ImportSources sources;
    private final Merge merge;
    private final AfterImport afterImport;

    private DefaultTransfer(
            WorkspaceRepository repository,
            SecretStore store,
            Exporter exporter,
            ImportSources sources,
            AfterImport afterImport) {
        this.repository = repository;
        this.store = store;
        this.names = exporter.names();
        this.exporter = exporter;
        this.sources = sources;
        this.merge = new Merge(names.fields());
        this.afterImport = afterImport;
    }

    public static DefaultTransfer of(
            WorkspaceRepository repository,
            SecretStore store,
            Importing importing,
            AtomicFile files,
            Argon2Cost costOfNew,
            AfterImport afterImport) {
        BundleFiles bundleFiles = new BundleFiles(files);
        Bundles bundles = new Bundles(new AesGcm(importing.context().random()), costOfNew);
        return new DefaultTransfer(
                repository,
                store,
                new Exporter(repository, store, names(importing), bundleFiles, bundles),
                new ImportSources(bundleFiles, bundles, importing),
                afterImport);
    }

    private static SecretNames names(Importing importing) {
        return new SecretNames(new SessionFields(importing.plugins()));
    }

    @Override
    public ExportSummary exportTo(Path file, Supplier<Secret> passphrase, ExportOptions options) {
        return exporter.export(file, passphrase, options);
    }

    @Override
    public ImportPlan plan(ImportSource source, ImportOptions options) {
        ImportedWorkspace incoming = sources.read(source, repository.read().workspace());
        try {
            return planned(incoming, options);
        } catch (RuntimeException e) {
            incoming.secrets().values().forEach(Secret::close);
            throw e;
        }
    }

    @Override
    public ImportPlan refresh(ImportPlan plan) {
        return planned(ours(plan).incoming(), ours(plan).options());
    }

    @Override
    public void apply(ImportPlan plan) {
        PlannedImport planned = ours(plan);
        if (!planned.changesAnything()) {
            return;
        }
        Snapshot before = repository.read();
        ImportedSecrets secrets = secrets(planned.incoming(), before);
        Merged now = requireSame(planned, before, secrets);
        StoredSecrets stored = new StoredSecrets(store);
        try {
            stored.put(now.toKeep(), planned.incoming().secrets());
            repository.update(snapshot -> {
                Merged merged = requireSame(planned, snapshot, secrets);
                return new Update<>(snapshot.with(merged.next()), merged, reason(planned));
            });
        } catch (RuntimeException e) {
            stored.giveBack(e);
            throw e;
        }
        afterImport.run(now.replaced(), now.rekeyed());
    }

    private PlannedImport planned(ImportedWorkspace incoming, ImportOptions options) {
        Snapshot here = repository.read();
        return new PlannedImport(
                incoming, options, merge.of(here, incoming, secrets(incoming, here), options.onConflict()));
    }

    private ImportedSecrets secrets(ImportedWorkspace incoming, Snapshot here) {
        return ImportedSecrets.of(incoming, here.workspace(), names, store);
    }

    private Merged requireSame(PlannedImport planned, Snapshot here, ImportedSecrets secrets) {
        Merged now =
                merge.of(here, planned.incoming(), secrets, planned.options().onConflict());
        if (!now.entries().equals(planned.entries())) {
            throw new LeappException(
                    CoreErrorCode.OVERTAKEN,
                    "The workspace changed since the plan was made: nothing was imported",
                    "look at the new plan, and import again");
        }
        return now;
    }

    private static String reason(PlannedImport planned) {
        return "import " + planned.count(Action.ADD) + " added, " + planned.count(Action.REPLACE) + " replaced";
    }

    private static PlannedImport ours(ImportPlan plan) {
        if (plan instanceof PlannedImport planned) {
            return planned;
        }
        throw new IllegalArgumentException("Not a plan of this Leapp");
    }
}

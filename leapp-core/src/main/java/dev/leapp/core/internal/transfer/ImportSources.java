package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.internal.transfer.ImportedWorkspace.Refused;
import dev.leapp.core.internal.transfer.bundle.BundleContent;
import dev.leapp.core.internal.transfer.bundle.BundleFiles;
import dev.leapp.core.internal.transfer.bundle.Bundles;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.ImportContext;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.WorkspaceImport;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import dev.leapp.core.workspace.ImportSource;
import dev.leapp.core.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads whatever can be imported. */
record ImportSources(BundleFiles files, Bundles bundles, Importing importing) {

    /** Reads a source; what it leaves open is filled in from the workspace. */
    ImportedWorkspace read(ImportSource source, Workspace here) {
        if (source instanceof ImportSource.PortableFile from) {
            return file(from);
        }
        return imported(((ImportSource.Importer) source).id(), here);
    }

    private ImportedWorkspace file(ImportSource.PortableFile from) {
        byte[] bytes = files.read(from.file());
        return importing
                .workspaces()
                .open(from, bytes)
                .map(workspace -> new ImportedWorkspace(workspace, Map.of(), List.of(), List.of()))
                .orElseGet(() -> bundle(from, bytes));
    }

    private ImportedWorkspace bundle(ImportSource.PortableFile from, byte[] bytes) {
        BundleContent content = bundles.open(from.file(), bytes, from.passphrase());
        return new ImportedWorkspace(content.workspace(), content.secrets(), List.of(), List.of());
    }

    private ImportedWorkspace imported(String id, Workspace here) {
        WorkspaceImporter importer = importing.plugins().importer(id).orElseThrow(() -> unknown(id));
        WorkspaceImport found = importer.read(new ImportContext(importing.context(), published()));
        Map<SecretName, Secret> secrets = new LinkedHashMap<>();
        found.secrets()
                .forEach((session, accounts) -> accounts.forEach(
                        (account, secret) -> secrets.put(new SecretName(session + "-" + account), secret)));
        List<Refused> refused = found.refused().stream()
                .map(each -> new Refused(each.kind(), each.name(), each.reason()))
                .toList();
        return new ImportedWorkspace(withRegions(found.definitions(), here), secrets, refused, found.remarks());
    }

    private List<Receipt> published() {
        Receipts receipts = importing.receipts();
        return receipts.sessions().stream()
                .flatMap(session -> receipts.of(session).stream())
                .toList();
    }

    /** A session that names no region keeps the one it has here, or gets the default one, as a session that is added. */
    private static Workspace withRegions(Workspace found, Workspace here) {
        Map<String, String> regions = new LinkedHashMap<>();
        here.sessions().forEach(session -> regions.put(session.id().value(), session.region()));
        Workspace.Builder filled = found.toBuilder();
        for (Session session : found.sessions()) {
            if (session.region().isEmpty()) {
                String region = regions.getOrDefault(session.id().value(), here.defaultRegion());
                filled.session(session.toBuilder().region(region).build());
            }
        }
        return filled.build();
    }

    private PluginException unknown(String id) {
        String known = importing.plugins().importers().stream()
                .map(WorkspaceImporterDescriptor::id)
                .collect(Collectors.joining(", "));
        return new PluginException(
                CoreErrorCode.UNKNOWN_IMPORTER,
                "No plug-in here imports from '" + id + "'",
                known.isEmpty() ? "'leapp plugin list' shows what is here" : "there are: " + known);
    }
}

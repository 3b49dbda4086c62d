package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.transfer.bundle.BundleContent;
import dev.leapp.core.internal.transfer.bundle.BundleFiles;
import dev.leapp.core.internal.transfer.bundle.Bundles;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.ExportSummary;
import dev.leapp.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Writes what is portable of the workspace to a bundle. */
record Exporter(
        WorkspaceRepository repository, SecretStore store, SecretNames names, BundleFiles files, Bundles bundles) {

    ExportSummary export(Path file, Supplier<Secret> passphrase, ExportOptions options) {
        files.requireWritable(file, options.overwrite());
        Workspace workspace = Portable.of(repository.read().workspace());
        Map<SecretName, Secret> secrets = new LinkedHashMap<>();
        try (Secret given = passphrase.get()) {
            if (options.secrets()) {
                collect(workspace, secrets);
            }
            files.write(file, bundles.seal(new BundleContent(workspace, secrets), given), options.overwrite());
            return new ExportSummary(
                    workspace.sessions().size(),
                    secrets.size(),
                    options.secrets() ? remarks(workspace, secrets) : List.of());
        } finally {
            secrets.values().forEach(Secret::close);
        }
    }

    private void collect(Workspace workspace, Map<SecretName, Secret> into) {
        List<SecretName> wanted = new ArrayList<>();
        workspace.sessions().forEach(session -> wanted.addAll(names.of(session)));
        workspace.integrations().forEach(integration -> wanted.addAll(SecretNames.of(integration)));
        wanted.forEach(name -> store.get(name).ifPresent(secret -> into.put(name, secret)));
    }

    private List<String> remarks(Workspace workspace, Map<SecretName, Secret> secrets) {
        List<String> remarks = new ArrayList<>();
        tell(
                "the secret store has no secrets of ",
                workspace,
                session -> !secrets.keySet().containsAll(names.required(session)),
                remarks);
        tell(
                "no plug-in knows the types of these sessions, so their secrets are left out: ",
                workspace,
                session -> !names.isKnown(session),
                remarks);
        return remarks;
    }

    private static void tell(String what, Workspace workspace, Predicate<Session> which, List<String> remarks) {
        List<String> found =
                workspace.sessions().stream().filter(which).map(Session::name).toList();
        if (!found.isEmpty()) {
            remarks.add(what + String.join(", ", found));
        }
    }
}

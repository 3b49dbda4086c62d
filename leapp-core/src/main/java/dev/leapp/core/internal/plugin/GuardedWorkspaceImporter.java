package dev.leapp.core.internal.plugin;

import dev.leapp.core.spi.ImportContext;
import dev.leapp.core.spi.WorkspaceImport;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import java.util.Objects;

record GuardedWorkspaceImporter(String plugin, WorkspaceImporter importer) implements WorkspaceImporter {

    @Override
    public WorkspaceImporterDescriptor descriptor() {
        return PluginGuard.call(plugin, importer::descriptor);
    }

    @Override
    public WorkspaceImport read(ImportContext context) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(importer.read(context)));
    }
}

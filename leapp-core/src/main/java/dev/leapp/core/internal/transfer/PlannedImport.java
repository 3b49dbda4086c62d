package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import java.util.List;

/** A plan with what it was made of. */
record PlannedImport(ImportedWorkspace incoming, ImportOptions options, Merged merged) implements ImportPlan {

    @Override
    public List<ImportEntry> entries() {
        return merged.entries();
    }

    @Override
    public List<String> remarks() {
        return merged.remarks();
    }

    @Override
    public void close() {
        incoming.secrets().values().forEach(Secret::close);
    }

    @Override
    public String toString() {
        return "ImportPlan[" + entries().size() + " entries]";
    }
}

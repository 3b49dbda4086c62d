package dev.leapp.core.internal.transfer;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.transfer.ImportedSecrets.Fact;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportEntry.Difference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Merges integrations by their ids. A login that is here stays: it differs from machine to machine, and is no conflict. */
record IntegrationMerge(Merging into) {

    private static final String KIND = "integration";

    void run() {
        Map<String, Integration> here = new HashMap<>();
        for (Integration integration : into.here.workspace().integrations()) {
            here.put(integration.id().value(), integration);
        }
        into.ids.addAll(here.keySet());
        for (Integration imported : into.imported.integrations()) {
            Integration there = here.get(imported.id().value());
            if (there == null) {
                add(imported, Action.ADD, List.of());
            } else {
                List<Difference> differences = Differences.of(there, imported);
                add(imported, differences.isEmpty() ? Action.UNCHANGED : into.onConflict(""), differences);
            }
        }
    }

    private void add(Integration imported, Action action, List<Difference> differences) {
        String id = imported.id().value();
        if (action == Action.ADD || action == Action.REPLACE) {
            into.next.integration(imported);
            into.ids.add(id);
            into.keep(into.secrets.of(id, Fact.MISSING));
        }
        into.tell(ImportEntry.builder(KIND, imported.alias(), action).id(id).differences(differences));
    }
}

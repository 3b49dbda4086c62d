package dev.leapp.core.internal.transfer;

import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportEntry.Difference;
import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Merges the workspace's defaults. One that has its built-in value counts as not set. */
record SettingsMerge(Merging into) {

    void run() {
        Workspace here = into.here.workspace();
        Workspace builtIn = Workspace.builder().build();
        String region = builtIn.defaultRegion();
        String location = builtIn.defaultLocation();
        merge(
                "default region",
                unless(region, here.defaultRegion()),
                unless(region, into.imported.defaultRegion()),
                into.next::defaultRegion);
        merge(
                "default location",
                unless(location, here.defaultLocation()),
                unless(location, into.imported.defaultLocation()),
                into.next::defaultLocation);
        into.imported.settings().forEach((name, value) -> {
            if (Portable.isPortable(name)) {
                merge(
                        name,
                        Optional.ofNullable(here.settings().get(name)),
                        Optional.of(value),
                        chosen -> into.next.setting(name, chosen));
            }
        });
    }

    private static Optional<String> unless(String builtIn, String value) {
        return Optional.of(value).filter(set -> !set.equals(builtIn));
    }

    private void merge(String name, Optional<String> here, Optional<String> imported, Consumer<String> set) {
        if (imported.isEmpty()) {
            return;
        }
        boolean same = here.equals(imported);
        Action action = here.isEmpty() ? Action.ADD : same ? Action.UNCHANGED : into.onConflict("");
        if (action == Action.ADD || action == Action.REPLACE) {
            set.accept(imported.get());
        }
        ImportEntry.Builder entry = ImportEntry.builder("setting", name, action);
        if (!same && here.isPresent()) {
            entry.differences(List.of(new Difference(name, here, imported)));
        }
        into.tell(entry.reason(action == Action.ADD ? imported.get() : ""));
    }
}

package dev.leapp.core.internal.transfer;

import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportEntry.Difference;
import dev.leapp.core.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Merges things whose names are unique, such as profiles: one that is here under another id is the one that is meant.
 *
 * @param <T> what they are
 * @param kind what to call them
 * @param field what to call their names
 * @param id their ids
 * @param name their names
 * @param put adds or replaces one
 * @param obstacle why one that is here can't be replaced, empty if it can
 */
record UniqueNames<T>(
        String kind,
        String field,
        Function<T, String> id,
        Function<T, String> name,
        BiConsumer<Workspace.Builder, T> put,
        Function<T, String> obstacle) {

    void merge(List<T> here, List<T> imported, Merging into) {
        Map<String, T> byId = new HashMap<>();
        Map<String, T> byName = new HashMap<>();
        here.forEach(thing -> {
            byId.put(id.apply(thing), thing);
            byName.put(name.apply(thing), thing);
            into.ids.add(id.apply(thing));
        });
        for (T thing : imported) {
            T sameId = byId.get(id.apply(thing));
            T sameName = byName.get(name.apply(thing));
            if (sameId != null) {
                conflict(sameId, thing, sameName != null, byName, into);
            } else if (sameName != null) {
                into.sameHere.put(id.apply(thing), id.apply(sameName));
                into.tell(entry(thing, Action.UNCHANGED).reason("the one of that " + field + " here is used"));
            } else {
                byName.put(name.apply(thing), thing);
                add(thing, into);
                into.tell(entry(thing, Action.ADD));
            }
        }
    }

    private void conflict(T there, T thing, boolean nameTaken, Map<String, T> byName, Merging into) {
        if (name.apply(there).equals(name.apply(thing))) {
            into.tell(entry(thing, Action.UNCHANGED));
            return;
        }
        String reason = nameTaken ? "another one has this " + field + " here" : obstacle.apply(there);
        Action action = into.onConflict(reason);
        if (action == Action.REPLACE) {
            byName.remove(name.apply(there));
            byName.put(name.apply(thing), thing);
            add(thing, into);
        }
        into.tell(entry(thing, action)
                .reason(reason)
                .differences(List.of(
                        new Difference(field, Optional.of(name.apply(there)), Optional.of(name.apply(thing))))));
    }

    private void add(T thing, Merging into) {
        put.accept(into.next, thing);
        into.ids.add(id.apply(thing));
    }

    private ImportEntry.Builder entry(T thing, Action action) {
        return ImportEntry.builder(kind, name.apply(thing), action).id(id.apply(thing));
    }
}

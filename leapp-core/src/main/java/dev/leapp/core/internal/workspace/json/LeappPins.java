package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.Snapshot;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The desktop app's list of pinned sessions, by id: the favourites. What stands in it and is no session of ours stays. */
final class LeappPins {

    static final String PROPERTY = "pinned";

    private LeappPins() {}

    static Set<String> read(LeappTree tree) throws MalformedDocumentException {
        Set<String> ids = new LinkedHashSet<>();
        tree.list(PROPERTY).forEach(pin -> ids.add(pin.asText()));
        return ids;
    }

    /** Changes the list if the favourites changed; the pin of a session that is gone goes with it. */
    static void write(LeappTree tree, Snapshot former, Snapshot next) throws MalformedDocumentException {
        Set<String> pinned = read(tree);
        Set<String> unpinned = new HashSet<>(ids(former));
        unpinned.retainAll(pinned);
        unpinned.removeAll(favourites(next));
        Set<String> added = new LinkedHashSet<>(favourites(next));
        added.removeAll(pinned);
        if (!unpinned.isEmpty() || !added.isEmpty()) {
            ArrayNode list = tree.root().arrayNode();
            for (JsonNode pin : tree.list(PROPERTY)) {
                if (!unpinned.contains(pin.asText())) {
                    list.add(pin);
                }
            }
            added.forEach(list::add);
            tree.set(PROPERTY, list);
        }
    }

    private static Set<String> ids(Snapshot snapshot) {
        return snapshot.workspace().sessions().stream()
                .map(session -> session.id().value())
                .collect(Collectors.toSet());
    }

    private static Set<String> favourites(Snapshot snapshot) {
        return snapshot.workspace().sessions().stream()
                .filter(Session::isFavourite)
                .map(session -> session.id().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

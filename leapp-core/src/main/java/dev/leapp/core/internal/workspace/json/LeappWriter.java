package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes into a tree of the desktop app's file what differs between two snapshots, and touches nothing else. */
final class LeappWriter {

    private interface ElementWriter<T> {
        void write(ObjectNode node, Optional<T> former, T next) throws LeappFormatException, MalformedDocumentException;
    }

    private final LeappTree tree;
    private final Snapshot former;
    private final Snapshot next;

    LeappWriter(LeappTree tree, Snapshot former, Snapshot next) {
        this.tree = tree;
        this.former = former;
        this.next = next;
    }

    void write() throws LeappFormatException, MalformedDocumentException {
        writeText(LeappReader.DEFAULT_REGION, Workspace::defaultRegion);
        writeText(LeappReader.DEFAULT_LOCATION, Workspace::defaultLocation);
        writeSettings();
        writeList(
                LeappList.PROFILES,
                snapshot -> snapshot.workspace().profiles(),
                profile -> profile.id().value(),
                LeappWriter::profile);
        writeList(
                LeappList.IDP_URLS,
                snapshot -> snapshot.workspace().idpUrls(),
                url -> url.id().value(),
                LeappWriter::idpUrl);
        writeIntegrations();
        writeList(
                LeappList.SESSIONS,
                LeappWriter::sessions,
                session -> session.session().id().value(),
                LeappSessionWriter::write);
        LeappPins.write(tree, former, next);
    }

    private void writeText(String property, Function<Workspace, String> part) {
        String value = part.apply(next.workspace());
        if (!value.equals(part.apply(former.workspace()))) {
            tree.set(property, tree.root().textNode(value));
        }
    }

    private void writeSettings() {
        Map<String, String> wanted = settings(next);
        if (!wanted.equals(settings(former))) {
            LeappExtras.edit(
                    tree.root(),
                    LeappExtras.DOCUMENT_KEY,
                    extras -> LeappExtras.put(extras, LeappExtras.SETTINGS, wanted));
        }
    }

    private void writeIntegrations() throws LeappFormatException, MalformedDocumentException {
        for (Integration integration : next.workspace().integrations()) {
            kind(integration);
        }
        for (LeappIntegrationKind kind : LeappIntegrationKind.ALL) {
            writeList(
                    kind.list(),
                    snapshot -> integrations(snapshot, kind),
                    integration -> integration.id().value(),
                    kind::write);
        }
    }

    /** Replaces a list unless nothing changed; what did not change in it, stays. */
    private <T> void writeList(
            LeappList list, Function<Snapshot, List<T>> part, Function<T, String> id, ElementWriter<T> writer)
            throws LeappFormatException, MalformedDocumentException {
        List<T> wanted = part.apply(next);
        if (wanted.equals(part.apply(former)) && (tree.has(list) || wanted.isEmpty())) {
            return;
        }
        Map<String, ObjectNode> nodes = tree.byId(list);
        Map<String, T> values = new HashMap<>();
        part.apply(former).forEach(value -> values.put(id.apply(value), value));
        values.keySet().retainAll(nodes.keySet());
        ArrayNode array = tree.root().arrayNode();
        for (T value : wanted) {
            array.add(written(
                    Optional.ofNullable(nodes.get(id.apply(value))),
                    Optional.ofNullable(values.get(id.apply(value))),
                    value,
                    writer));
        }
        tree.set(list.property(), array);
    }

    private <T> ObjectNode written(Optional<ObjectNode> node, Optional<T> before, T value, ElementWriter<T> writer)
            throws LeappFormatException, MalformedDocumentException {
        if (node.isPresent() && before.isPresent() && before.get().equals(value)) {
            return node.get();
        }
        ObjectNode written = node.map(ObjectNode::deepCopy).orElseGet(tree.root()::objectNode);
        writer.write(written, before, value);
        return written;
    }

    private static void profile(ObjectNode node, Optional<NamedProfile> before, NamedProfile profile) {
        node.put(LeappList.PROFILES.id(), profile.id().value());
        node.put(LeappList.PROFILES.label(), profile.name());
    }

    private static void idpUrl(ObjectNode node, Optional<IdpUrl> before, IdpUrl url) {
        node.put(LeappList.IDP_URLS.id(), url.id().value());
        node.put(LeappList.IDP_URLS.label(), url.url());
    }

    private static List<LeappSession> sessions(Snapshot snapshot) {
        return snapshot.workspace().sessions().stream()
                .map(session -> new LeappSession(session, snapshot.state(session.id())))
                .toList();
    }

    private static List<Integration> integrations(Snapshot snapshot, LeappIntegrationKind kind) {
        return snapshot.workspace().integrations().stream()
                .filter(integration -> integration.type().equals(kind.type()))
                .toList();
    }

    private static void kind(Integration integration) throws LeappFormatException {
        if (LeappIntegrationKind.of(integration.type()).isEmpty()) {
            throw LeappFormatException.inexpressible("integration '" + integration.alias() + "' has the type "
                    + integration.type() + ", which the desktop app does not know");
        }
    }

    private static Map<String, String> settings(Snapshot snapshot) {
        Map<String, String> settings = new LinkedHashMap<>(snapshot.workspace().settings());
        settings.remove(LeappReader.SECRET_STORE.getKey(), LeappReader.SECRET_STORE.getValue());
        return settings;
    }
}

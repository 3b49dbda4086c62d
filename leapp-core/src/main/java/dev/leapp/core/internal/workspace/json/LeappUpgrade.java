package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Turns the desktop app's file into a document of our own, which keeps what only the desktop app knows, each where it was. */
final class LeappUpgrade {

    private static final String REST = "desktopApp";

    private LeappUpgrade() {}

    static WorkspaceDocument document(LeappTree tree, Snapshot snapshot, long generation, String reason)
            throws MalformedDocumentException {
        ObjectNode root = ExactJson.parse(WorkspaceDocument.of(snapshot)
                .with(snapshot, generation, reason)
                .toBytes());
        for (LeappList list : LeappList.values()) {
            for (LeappElement element : tree.elements(list)) {
                ObjectNode ours = ours(root, list, element.id(list.id()));
                keep(ours, rest(element.node(), mapped(list, element, ours), LeappExtras.KEY, LeappExtras.KNOWN));
            }
        }
        keep(root, rest(tree.root(), mapped(tree), LeappExtras.DOCUMENT_KEY, Set.of(LeappExtras.SETTINGS)));
        return WorkspaceDocument.parse(ExactJson.toBytes(root));
    }

    private static void keep(ObjectNode ours, ObjectNode rest) {
        LeappExtras.put(ours, REST, rest);
    }

    private static ObjectNode rest(ObjectNode node, Collection<String> mapped, String extras, Set<String> known) {
        ObjectNode rest = node.deepCopy();
        rest.remove(mapped);
        if (rest.has(extras)) {
            LeappExtras.edit(rest, extras, others -> others.remove(known));
        }
        return rest;
    }

    private static Set<String> mapped(LeappTree tree) throws MalformedDocumentException {
        Set<String> mapped = new HashSet<>();
        mapped.add(tree.key(LeappReader.DEFAULT_REGION));
        mapped.add(tree.key(LeappReader.DEFAULT_LOCATION));
        for (LeappList list : LeappList.values()) {
            mapped.add(tree.key(list.property()));
        }
        if (tree.byId(LeappList.SESSIONS).keySet().containsAll(LeappPins.read(tree))) {
            mapped.add(tree.key(LeappPins.PROPERTY));
        }
        return mapped;
    }

    private static Set<String> mapped(LeappList list, LeappElement element, ObjectNode ours)
            throws MalformedDocumentException {
        return switch (list) {
            case SESSIONS -> LeappType.of(element).keys();
            case PROFILES ->
                ours.path("name").equals(element.node().path(list.label()))
                        ? Set.of(list.id(), list.label())
                        : Set.of(list.id());
            case IDP_URLS -> Set.of(list.id(), list.label());
            case AWS_SSO -> LeappIntegrationKind.AWS_SSO.keys();
            case AZURE -> LeappIntegrationKind.AZURE.keys();
        };
    }

    private static ObjectNode ours(ObjectNode root, LeappList list, String id) {
        for (JsonNode node : root.path(list.sealedName())) {
            if (node instanceof ObjectNode ours && ours.path("id").asText().equals(id)) {
                return ours;
            }
        }
        throw new IllegalStateException("the " + list.kind() + " " + id + " was not written");
    }
}

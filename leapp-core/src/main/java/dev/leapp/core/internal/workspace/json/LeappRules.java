package dev.leapp.core.internal.workspace.json;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that the desktop app checks whenever it loads its file. One that is broken makes it put back its last backup, and if
 * there is none, begin with an empty workspace; so no file may break one.
 */
final class LeappRules {

    /** The keys of a session that name something else, and where that must be. */
    private static final Map<String, LeappList> REFERENCES = references();

    private LeappRules() {}

    /** Returns the first rule that is broken, in words. */
    static Optional<String> broken(LeappTree tree) throws MalformedDocumentException {
        for (List<LeappList> lists : List.of(
                List.of(LeappList.SESSIONS),
                List.of(LeappList.AWS_SSO, LeappList.AZURE),
                List.of(LeappList.PROFILES),
                List.of(LeappList.IDP_URLS))) {
            Optional<String> twice = twice(tree, lists);
            if (twice.isPresent()) {
                return twice;
            }
        }
        return dangling(tree);
    }

    private static Optional<String> twice(LeappTree tree, List<LeappList> lists) throws MalformedDocumentException {
        Set<String> ids = new HashSet<>();
        for (LeappList list : lists) {
            for (LeappElement element : tree.elements(list)) {
                if (!ids.add(element.id(list.id()))) {
                    return Optional.of(element.what() + ": another one has the same id");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> dangling(LeappTree tree) throws MalformedDocumentException {
        Map<LeappList, Set<String>> ids = new LinkedHashMap<>();
        for (LeappList list : LeappList.values()) {
            ids.put(list, tree.byId(list).keySet());
        }
        for (LeappElement session : tree.elements(LeappList.SESSIONS)) {
            for (Map.Entry<String, LeappList> reference : REFERENCES.entrySet()) {
                Optional<String> id = session.filled(reference.getKey());
                LeappList list = reference.getValue();
                if (id.isPresent() && !ids.getOrDefault(list, Set.of()).contains(id.get())) {
                    return Optional.of(session.what() + ": '" + reference.getKey() + "' names the " + list.kind() + " "
                            + id.get() + ", which is not there");
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, LeappList> references() {
        return Map.of(
                "profileId", LeappList.PROFILES,
                "idpUrlId", LeappList.IDP_URLS,
                "awsSsoConfigurationId", LeappList.AWS_SSO,
                "azureIntegrationId", LeappList.AZURE,
                "parentSessionId", LeappList.SESSIONS);
    }
}

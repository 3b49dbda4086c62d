package dev.leapp.core.internal.transfer;

import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds imported sessions that would refer to nothing, or hang on themselves. */
final class SessionReferences {

    private static final String PARENT = "parentSessionId";
    /** The settings in which Leapp refers to other things than sessions. */
    private static final List<String> OTHERS = List.of("idpUrlId", "awsSsoConfigurationId", "azureIntegrationId");

    private final Set<String> ids;
    private final Map<String, Session> here;
    private final Map<String, Session> wanted;
    private final Map<String, String> importedNames;
    private final Map<String, String> broken = new LinkedHashMap<>();

    /**
     * Looks at a merge.
     *
     * @param ids of everything but sessions that will be there
     * @param here the sessions that are there, by id
     * @param wanted the sessions that would be added or replace those, by id
     * @param importedNames the names of all imported sessions, those that are refused already included, by id
     */
    SessionReferences(
            Set<String> ids,
            Map<String, Session> here,
            Map<String, Session> wanted,
            Map<String, String> importedNames) {
        this.ids = ids;
        this.here = here;
        this.wanted = wanted;
        this.importedNames = importedNames;
    }

    /** Returns why each of the sessions that can't be imported can't, by id. */
    Map<String, String> broken() {
        for (Session session : wanted.values()) {
            dangling(session)
                    .ifPresent(id -> broken.put(session.id().value(), "it refers to " + id + ", which is not there"));
        }
        for (Session session : wanted.values()) {
            while (!broken.containsKey(session.id().value()) && breaksAlongTheWay(session)) {
                // what broke is left out, and the way looked at again
            }
        }
        return Collections.unmodifiableMap(broken);
    }

    private Optional<String> dangling(Session session) {
        return Stream.of(
                        session.profileId().map(ProfileId::value).stream(),
                        session.origin().map(origin -> origin.integration().value()).stream(),
                        OTHERS.stream().flatMap(name -> session.setting(name).stream()))
                .flatMap(each -> each)
                .filter(id -> !ids.contains(id))
                .findFirst();
    }

    /** Walks from parent to parent; marks the last imported session whose parent is missing or leads back. */
    private boolean breaksAlongTheWay(Session session) {
        List<Session> way = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Session> at = Optional.of(session);
        while (at.isPresent()) {
            Session current = at.get();
            if (!seen.add(current.id().value())) {
                return breakLast(way, "it hangs on itself");
            }
            way.add(current);
            Optional<String> parent = current.setting(PARENT);
            at = parent.flatMap(this::afterwards);
            if (parent.isPresent() && at.isEmpty()) {
                return breakLast(List.of(current), missing(parent.get()));
            }
        }
        return false;
    }

    private boolean breakLast(List<Session> way, String reason) {
        for (int i = way.size() - 1; i >= 0; i--) {
            String id = way.get(i).id().value();
            if (wanted.containsKey(id) && !broken.containsKey(id)) {
                broken.put(id, reason);
                return true;
            }
        }
        return false;
    }

    private String missing(String parent) {
        String refused = importedNames.get(parent);
        return refused == null
                ? "it hangs on session " + parent + ", which is not there"
                : "it hangs on session " + refused + ", which is refused";
    }

    private Optional<Session> afterwards(String id) {
        Session imported = broken.containsKey(id) ? null : wanted.get(id);
        return Optional.ofNullable(imported == null ? here.get(id) : imported);
    }
}

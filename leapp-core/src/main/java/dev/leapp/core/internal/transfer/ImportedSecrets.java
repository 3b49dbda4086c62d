package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an import by the session or integration that they belong to, and what the store has of them. A secret that belongs to
 * nothing in the import, or to something else that is here, is left out: a file must not be able to replace others' keys.
 *
 * @param byOwner the names by the owner's id
 * @param kept what the store had when it was asked; a name that is missing was not there
 */
record ImportedSecrets(Map<String, List<SecretName>> byOwner, Map<SecretName, Fact> kept) {

    /** How an imported secret compares with what the store has under its name. */
    enum Fact {
        MISSING,
        SAME,
        DIFFERENT
    }

    static ImportedSecrets of(ImportedWorkspace incoming, Workspace here, SecretNames names, SecretStore store) {
        Map<String, List<SecretName>> byOwner = owners(incoming, here, names);
        Set<String> ownersHere = new HashSet<>();
        here.sessions().forEach(session -> ownersHere.add(session.id().value()));
        here.integrations()
                .forEach(integration -> ownersHere.add(integration.id().value()));
        Map<SecretName, Fact> kept = new HashMap<>();
        byOwner.forEach((owner, owned) -> {
            if (ownersHere.contains(owner)) {
                owned.forEach(name -> kept.put(
                        name, compare(store.get(name), incoming.secrets().get(name))));
            }
        });
        return new ImportedSecrets(byOwner, kept);
    }

    List<SecretName> of(String owner) {
        return byOwner.getOrDefault(owner, List.of());
    }

    List<SecretName> of(String owner, Fact fact) {
        return of(owner).stream().filter(name -> fact(name) == fact).toList();
    }

    List<SecretName> notYetKept(String owner) {
        return of(owner).stream().filter(name -> fact(name) != Fact.SAME).toList();
    }

    private Fact fact(SecretName name) {
        return kept.getOrDefault(name, Fact.MISSING);
    }

    private static Fact compare(Optional<Secret> there, @Nullable Secret imported) {
        return there.map(secret -> secret.equals(imported) ? Fact.SAME : Fact.DIFFERENT)
                .orElse(Fact.MISSING);
    }

    private static Map<String, List<SecretName>> owners(ImportedWorkspace incoming, Workspace here, SecretNames names) {
        Map<String, Session> imported = new HashMap<>();
        incoming.workspace()
                .sessions()
                .forEach(session -> imported.put(session.id().value(), session));
        Set<String> sessions = new HashSet<>(imported.keySet());
        here.sessions().forEach(session -> sessions.add(session.id().value()));
        Map<SecretName, String> logins = logins(incoming.workspace());
        Map<String, List<SecretName>> byOwner = new LinkedHashMap<>();
        for (SecretName name : incoming.secrets().keySet()) {
            Optional<String> session = sessionOf(name, sessions);
            Optional<String> owner = session.isPresent()
                    ? session.filter(id -> mayHave(imported.get(id), name, names))
                    : Optional.ofNullable(logins.get(name));
            owner.ifPresent(
                    id -> byOwner.computeIfAbsent(id, key -> new ArrayList<>()).add(name));
        }
        return byOwner;
    }

    private static boolean mayHave(@Nullable Session session, SecretName name, SecretNames names) {
        return session != null && (!names.isKnown(session) || names.of(session).contains(name));
    }

    /** The longest id that the name begins with: ids may hold hyphens, too. */
    private static Optional<String> sessionOf(SecretName name, Set<String> sessions) {
        String account = name.account();
        for (int at = account.lastIndexOf('-'); at > 0; at = account.lastIndexOf('-', at - 1)) {
            if (sessions.contains(account.substring(0, at))) {
                return Optional.of(account.substring(0, at));
            }
        }
        return Optional.empty();
    }

    private static Map<SecretName, String> logins(Workspace imported) {
        Map<SecretName, String> logins = new HashMap<>();
        for (Integration integration : imported.integrations()) {
            SecretNames.of(integration)
                    .forEach(name -> logins.put(name, integration.id().value()));
        }
        return logins;
    }
}

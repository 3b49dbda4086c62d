package dev.leapp.core.internal.secret;

import dev.leapp.core.workspace.Workspace;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells by its account whether a secret belongs to a workspace: between hyphens stands the id of one of its sessions or
 * integrations.
 *
 * @param ids the ids
 */
record Owners(Set<String> ids) {

    static Owners of(Workspace workspace) {
        return new Owners(Stream.concat(
                        workspace.sessions().stream()
                                .map(session -> session.id().value()),
                        workspace.integrations().stream()
                                .map(integration -> integration.id().value()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean own(String account) {
        int start = 0;
        do {
            if (ownBeginningOf(account.substring(start))) {
                return true;
            }
            start = account.indexOf('-', start) + 1;
        } while (start > 0);
        return false;
    }

    private boolean ownBeginningOf(String account) {
        int end = account.indexOf('-');
        while (end >= 0) {
            if (ids.contains(account.substring(0, end))) {
                return true;
            }
            end = account.indexOf('-', end + 1);
        }
        return ids.contains(account);
    }
}

package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes the copies of secrets that are left in the store from which they moved. That they are to be deleted is noted together with
 * the new choice. Everything that was there then had been copied, and nothing was put there since; so none of them is the last.
 */
record LeftBehind(Pin pin, OpenStores open, StoreLock lock, WorkspaceSecrets secrets) {

    /** Deletes what an interrupted migration left, and returns how many secrets that were. */
    int finish() {
        Optional<StoreChoice> left = pin.left();
        if (left.isEmpty()) {
            return 0;
        }
        open.unlock(left.get(), false);
        return lock.holding("deleting old copies of secrets", () -> pin.left().equals(left) ? finish(left.get()) : 0);
    }

    /** Deletes these secrets; only under the lock. */
    void delete(StoreChoice left, Set<SecretName> names) {
        names.forEach(open.of(left)::delete);
        if (left.isFile()) {
            open.file(left).discardIfEmpty();
        }
        pin.nothingLeft();
    }

    private int finish(StoreChoice left) {
        SecretStore store = open.of(left);
        Set<SecretName> names = secrets.in(store, left.isFile(), pin.workspace()).stream()
                .filter(name -> isThere(store, name))
                .collect(Collectors.toSet());
        delete(left, names);
        return names.size();
    }

    private static boolean isThere(SecretStore store, SecretName name) {
        Optional<Secret> value = store.get(name);
        value.ifPresent(Secret::close);
        return value.isPresent();
    }
}

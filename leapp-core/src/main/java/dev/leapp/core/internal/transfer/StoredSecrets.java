package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Secrets that are put into the store ahead of the definitions they belong to, and taken back if those don't come. */
final class StoredSecrets {

    private final SecretStore store;
    private final Map<SecretName, Optional<Secret>> former = new LinkedHashMap<>();

    StoredSecrets(SecretStore store) {
        this.store = store;
    }

    void put(List<SecretName> names, Map<SecretName, Secret> values) {
        for (SecretName name : names) {
            former.put(name, store.get(name));
            store.put(name, Objects.requireNonNull(values.get(name)));
        }
    }

    void giveBack(RuntimeException failure) {
        former.forEach((name, value) -> {
            try {
                value.ifPresentOrElse(secret -> store.put(name, secret), () -> store.delete(name));
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        });
    }
}

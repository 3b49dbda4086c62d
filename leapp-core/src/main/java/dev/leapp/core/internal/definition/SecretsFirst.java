package dev.leapp.core.internal.definition;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps secrets of something that isn't in the workspace yet, then commits it. If the workspace's secrets moved to another store
 * between the two, these were overlooked, since nobody knew whose they are: they are kept again.
 */
record SecretsFirst(SecretStore store) {

    <R> R keepThen(Map<SecretName, Secret> secrets, Supplier<R> commit) {
        if (secrets.isEmpty()) {
            return commit.get();
        }
        String before = store.id();
        R committed = keepAnd(secrets, commit);
        if (!store.id().equals(before)) {
            secrets.forEach(store::put);
        }
        return committed;
    }

    private <R> R keepAnd(Map<SecretName, Secret> secrets, Supplier<R> commit) {
        try {
            secrets.forEach(store::put);
            return commit.get();
        } catch (RuntimeException e) {
            forget(secrets.keySet(), e);
            throw e;
        }
    }

    private void forget(Iterable<SecretName> names, RuntimeException failure) {
        try {
            names.forEach(store::delete);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}

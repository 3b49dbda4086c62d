package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in memory that counts how often it is read, and takes nothing when told so. */
final class WatchedStore implements SecretStore {

    final AtomicInteger reads = new AtomicInteger();
    volatile boolean refuses;
    volatile boolean locked;
    volatile Runnable beforeDelete = () -> {};
    private final SecretStore inner = SecretStore.inMemory();

    @Override
    public String id() {
        return inner.id();
    }

    @Override
    public Availability probe() {
        return inner.probe();
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        reads.incrementAndGet();
        if (locked) {
            throw new SecretStoreException(CoreErrorCode.SECRET_STORE_LOCKED, "the store is locked", null);
        }
        return inner.get(name);
    }

    @Override
    public void put(SecretName name, Secret value) {
        if (refuses) {
            throw new SecretStoreException(CoreErrorCode.SECRET_STORE_FAILED, "the store is full", null);
        }
        inner.put(name, value);
    }

    @Override
    public void delete(SecretName name) {
        beforeDelete.run();
        inner.delete(name);
    }

    @Override
    public Optional<Set<SecretName>> names() {
        return inner.names();
    }

    @Override
    public void close() {
        inner.close();
    }
}

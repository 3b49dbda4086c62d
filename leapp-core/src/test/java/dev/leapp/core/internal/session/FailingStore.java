package dev.leapp.core.internal.session;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.Optional;

/** A store that can't be used. */
final class FailingStore implements SecretStore {

    @Override
    public String id() {
        return "failing";
    }

    @Override
    public Availability probe() {
        return new Availability.Unavailable("it always fails");
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        throw failure();
    }

    @Override
    public void put(SecretName name, Secret value) {
        throw failure();
    }

    @Override
    public void delete(SecretName name) {
        throw failure();
    }

    @Override
    public void close() {}

    private static SecretStoreException failure() {
        return new SecretStoreException(CoreErrorCode.NO_SECRET_STORE, "no store", null);
    }
}

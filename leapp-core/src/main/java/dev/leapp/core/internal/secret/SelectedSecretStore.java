package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.Optional;

/** The store that was chosen; the first secret that is written makes the choice. */
final class SelectedSecretStore implements SecretStore {

    private final SecretStoreSelector selector;

    SelectedSecretStore(SecretStoreSelector selector) {
        this.selector = selector;
    }

    @Override
    public String id() {
        return selector.forReading().map(SecretStore::id).orElse("none");
    }

    @Override
    public Availability probe() {
        return selector.show().availability();
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        return selector.forReading().flatMap(store -> store.get(name));
    }

    @Override
    public void put(SecretName name, Secret value) {
        selector.forWriting().put(name, value);
    }

    @Override
    public void delete(SecretName name) {
        selector.forReading().ifPresent(store -> store.delete(name));
    }

    @Override
    public void close() {
        selector.close();
    }
}

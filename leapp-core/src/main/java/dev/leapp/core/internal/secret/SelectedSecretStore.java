package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.Optional;
import java.util.Set;

/** The store that was chosen; the first secret that is written makes the choice. */
final class SelectedSecretStore implements SecretStore {

    private final SecretStoreSelector selector;
    private final CurrentStore current;

    SelectedSecretStore(SecretStoreSelector selector, CurrentStore current) {
        this.selector = selector;
        this.current = current;
    }

    @Override
    public String id() {
        return current.now().map(SecretStore::id).orElse("none");
    }

    @Override
    public Availability probe() {
        return selector.show().availability();
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        return current.read(store -> store.get(name));
    }

    @Override
    public void put(SecretName name, Secret value) {
        current.write(store -> store.put(name, value));
    }

    @Override
    public void delete(SecretName name) {
        current.remove(store -> store.delete(name));
    }

    @Override
    public Optional<Set<SecretName>> names() {
        return current.now().map(SecretStore::names).orElse(Optional.of(Set.of()));
    }

    @Override
    public void close() {
        selector.close();
    }
}

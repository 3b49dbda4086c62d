package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.port.SecretStore;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps each store that was used until the end, so that a passphrase is asked once. */
final class OpenStores implements AutoCloseable {

    private final Stores stores;
    private final Map<StoreChoice, SecretStore> open = new LinkedHashMap<>();

    OpenStores(Stores stores) {
        this.stores = stores;
    }

    synchronized SecretStore of(StoreChoice choice) {
        return open.computeIfAbsent(choice, this::make);
    }

    FileSecretStore file(StoreChoice choice) {
        return (FileSecretStore) of(choice);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(SecretStore::close);
        open.clear();
    }

    private SecretStore make(StoreChoice choice) {
        return choice.isFile() ? stores.file(choice.keyFile()) : stores.keychain();
    }
}

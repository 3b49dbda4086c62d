package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.port.Availability;
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

    /** Asks for the passphrase of a store that needs one. */
    void unlock(StoreChoice choice, boolean create) {
        if (choice.isFile()) {
            file(choice).unlock(create);
        }
    }

    /** Makes a store ready: creates its key file and its file, and tries it. */
    void prepare(StoreChoice choice) {
        createKeyFileIfMissing(choice);
        if (choice.isFile()) {
            file(choice).requireWorking();
        } else if (of(choice).probe() instanceof Availability.Unavailable unavailable) {
            throw SelectionTexts.keychainUnusable(unavailable.reason());
        }
    }

    void createKeyFileIfMissing(StoreChoice choice) {
        choice.keyFile().ifPresent(stores::createKeyFileIfMissing);
    }

    /** Says that a store is used from now on. */
    String chosen(StoreChoice choice) {
        return choice.isFile()
                ? SelectionTexts.fileChosen(file(choice).file(), choice)
                : SelectionTexts.keychainChosen();
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

package dev.leapp.core.port;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which secret store this workspace uses. Thread-safe.
 *
 * @since 0.1
 */
public interface SecretStores {

    /**
     * What is known of the choice.
     *
     * @param chosen the id of the chosen store, empty if no secret was ever written
     * @param keyFile the key file of the encrypted-file store, if it uses one
     * @param availability whether the chosen store, or the OS keychain if none is chosen, works; finding out takes a bounded time
     */
    record Choice(Optional<String> chosen, Optional<Path> keyFile, Availability availability) {}

    /**
     * Returns the choice, and tries the store.
     *
     * @return what is known
     */
    Choice show();

    /**
     * Chooses the OS keychain, after trying it.
     *
     * @throws dev.leapp.core.error.SecretStoreException if it does not work
     * @throws dev.leapp.core.error.LeappException if secrets lie in another store
     */
    void useKeychain();

    /**
     * Chooses the encrypted file, and creates it if it isn't there. Its key comes from a passphrase (asked, or from
     * {@code LEAPP_PASSPHRASE}) or from the key file, which is created if it isn't there.
     *
     * @param keyFile the key file, empty for a passphrase
     * @throws dev.leapp.core.error.SecretStoreException if it does not work
     * @throws dev.leapp.core.error.LeappException if secrets lie in another store
     */
    void useFile(Optional<Path> keyFile);
}

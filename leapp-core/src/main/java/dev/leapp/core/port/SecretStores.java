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
     * @throws dev.leapp.core.error.LeappException if secrets lie in another store: then {@link #migrate} is needed
     */
    void useKeychain();

    /**
     * Chooses the encrypted file, and creates it if it isn't there. Its key comes from a passphrase (asked, or from
     * {@code LEAPP_PASSPHRASE}) or from the key file, which is created if it isn't there.
     *
     * @param keyFile the key file, empty for a passphrase
     * @throws dev.leapp.core.error.SecretStoreException if it does not work
     * @throws dev.leapp.core.error.LeappException if secrets lie in another store: then {@link #migrate} is needed
     */
    void useFile(Optional<Path> keyFile);

    /**
     * Moves the secrets of this workspace to another store, and uses that one from then on: each is copied and read back, then the
     * choice changes in one transaction, then the old copies are deleted. A process that dies at any instant loses nothing: before
     * the change the old store holds, after it the new one, and calling it again completes what was begun. Meanwhile no other
     * process changes a secret of this workspace; those that want to wait for up to two minutes.
     *
     * <p>What belongs to other workspaces in a keychain stays there. The encrypted file moves to another key as a whole. If the
     * wanted store is used already, only old copies that an interrupted migration left are deleted.
     *
     * @param target where to
     * @return what was moved
     * @throws dev.leapp.core.error.SecretStoreException if one of the two stores does not work, or does not give back what it was
     *     given
     * @throws dev.leapp.core.error.LeappException if another process chose a store meanwhile, or if it can't be known what the old
     *     store holds: it can't list, and the plug-in of a session is missing
     */
    SecretMigration migrate(SecretStoreTarget target);
}

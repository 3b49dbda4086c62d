package dev.leapp.core.internal.secret.keychain;

import java.util.Optional;
import java.util.Set;

/**
 * One operating system's keychain. Called on a worker thread, one call at a time. May throw whatever its library throws: the
 * caller turns it into words.
 */
interface KeychainBackend {

    /** Returns the value as UTF-8 bytes, which the caller wipes. */
    Optional<byte[]> read(String account, Deadline deadline) throws Exception;

    /** Keeps a value, in the place of the one that is there. */
    void write(String account, byte[] utf8, Deadline deadline) throws Exception;

    /** Removes an item; one that isn't there is ignored. */
    void delete(String account, Deadline deadline) throws Exception;

    /** Returns the accounts of Leapp's items, empty if this keychain can't tell. */
    default Optional<Set<String>> accounts(Deadline deadline) throws Exception {
        return Optional.empty();
    }
}

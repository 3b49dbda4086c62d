package dev.leapp.core.port;

import dev.leapp.core.credential.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * Where long-term secrets lie: an OS keychain, an encrypted file, memory. Thread-safe. All methods may block, up to a bounded time,
 * and throw {@link dev.leapp.core.error.SecretStoreException} if the store can't be used. Nothing is opened before the first call.
 *
 * @since 0.1
 */
public interface SecretStore extends AutoCloseable {

    /**
     * Returns the store's kind, such as {@code keychain}, {@code file} or {@code memory}.
     *
     * @return lower-case words joined by hyphens
     */
    String id();

    /**
     * Finds out by a round trip (write, read, delete) whether the store works. Takes a bounded time and does not throw.
     *
     * @return available, or why not
     */
    Availability probe();

    /**
     * Returns a secret.
     *
     * @param name its name
     * @return a copy, which the caller may wipe; empty if there is none
     */
    Optional<Secret> get(SecretName name);

    /**
     * Keeps a secret, in the place of the one with the same name.
     *
     * @param name its name
     * @param value the secret; the caller may wipe it afterwards
     */
    void put(SecretName name, Secret value);

    /**
     * Removes a secret; one that isn't there is ignored.
     *
     * @param name its name
     */
    void delete(SecretName name);

    /**
     * Returns the names of all secrets that Leapp keeps in the store, whichever workspace they belong to. A store that can't list
     * what it holds, such as the keychains of macOS and Windows, doesn't.
     *
     * @return an unmodifiable set in no order; empty (and not an empty set) if the store can't list
     */
    default Optional<Set<SecretName>> names() {
        return Optional.empty();
    }

    /** Frees what the store holds open, and wipes its keys. Idempotent. */
    @Override
    void close();

    /**
     * Returns a store that forgets everything when the process ends.
     *
     * @return a new, empty store
     */
    static SecretStore inMemory() {
        return new InMemorySecretStore();
    }
}

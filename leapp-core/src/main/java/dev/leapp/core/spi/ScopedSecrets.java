package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;
import java.util.Optional;

/**
 * The part of the secret store that belongs to one session. Thread-safe. The store is opened by the first call; each may block for a
 * bounded time and throws {@link dev.leapp.core.error.SecretStoreException} if the store can't be used.
 *
 * <p>Scoping is hygiene, not a security boundary: all plug-ins run in one JVM.
 *
 * @since 0.1
 */
public interface ScopedSecrets {

    /**
     * Returns a secret of the session.
     *
     * @param account the end of its account name, as {@link FieldSpec#secretAccount()} or
     *     {@link ProviderChainDescriptor#secretAccounts()} says
     * @return a copy, which the caller may wipe; empty if there is none
     */
    Optional<Secret> get(String account);

    /**
     * Keeps a secret for the session.
     *
     * @param account the end of its account name
     * @param value the secret; the caller may wipe it afterwards
     */
    void put(String account, Secret value);

    /**
     * Removes a secret of the session; one that isn't there is ignored.
     *
     * @param account the end of its account name
     */
    void delete(String account);
}

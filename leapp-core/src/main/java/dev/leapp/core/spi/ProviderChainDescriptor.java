package dev.leapp.core.spi;

import dev.leapp.core.credential.CredentialKind;
import java.util.Set;

/**
 * What a provider chain is.
 *
 * @param id its id, such as {@code aws-credentials-file}
 * @param cloudProvider for which cloud, such as {@code aws}
 * @param displayName its name for people
 * @param accepts which kinds of credentials it can hand over
 * @param refreshesItself whether what it hands over asks Leapp again when it expires, so that it never shows as expired
 * @param secretAccounts every account that it may use in {@link Publication#kept()}, so that what is kept there moves along when
 *     the user changes the secret store
 * @since 0.1
 */
public record ProviderChainDescriptor(
        String id,
        String cloudProvider,
        String displayName,
        Set<CredentialKind> accepts,
        boolean refreshesItself,
        Set<String> secretAccounts) {

    /**
     * Copies the kinds and the accounts.
     *
     * @param id its id
     * @param cloudProvider for which cloud
     * @param displayName its name for people
     * @param accepts which kinds of credentials it can hand over
     * @param refreshesItself whether what it hands over asks Leapp again when it expires
     * @param secretAccounts every account that it may use in {@link Publication#kept()}
     */
    public ProviderChainDescriptor {
        accepts = Set.copyOf(accepts);
        secretAccounts = Set.copyOf(secretAccounts);
    }

    /**
     * Describes a chain that keeps nothing in the secret store.
     *
     * @param id its id
     * @param cloudProvider for which cloud
     * @param displayName its name for people
     * @param accepts which kinds of credentials it can hand over
     * @param refreshesItself whether what it hands over asks Leapp again when it expires
     */
    public ProviderChainDescriptor(
            String id, String cloudProvider, String displayName, Set<CredentialKind> accepts, boolean refreshesItself) {
        this(id, cloudProvider, displayName, accepts, refreshesItself, Set.of());
    }
}

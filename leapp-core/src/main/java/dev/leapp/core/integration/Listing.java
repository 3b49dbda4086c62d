package dev.leapp.core.integration;

import dev.leapp.core.session.IntegrationId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a user may reach upstream, as far as it could be listed. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Listing {

    /**
     * An account whose roles are not known: it was left out, or asking failed. Nothing of it is gone.
     *
     * @param account the account
     * @param reason why, in a few words for people
     * @param failed whether asking failed
     * @since 0.1
     */
    public record Unlisted(UpstreamAccount account, String reason, boolean failed) {}

    private final IntegrationId integration;
    private final String source;
    private final Instant listedAt;
    private final SyncFilter filter;
    private final List<UpstreamAccount> accounts;
    private final List<UpstreamSession> sessions;
    private final List<Unlisted> unlisted;

    /**
     * Creates a listing.
     *
     * @param integration whose
     * @param source a digest of where it was listed: of the integration's type, and of the settings that its login depends on
     * @param listedAt when it was completed
     * @param filter what was to be listed
     * @param accounts all accounts that there are
     * @param sessions all roles that were to be taken, in the accounts that were listed
     * @param unlisted the accounts whose roles are not known
     */
    public Listing(
            IntegrationId integration,
            String source,
            Instant listedAt,
            SyncFilter filter,
            List<UpstreamAccount> accounts,
            List<UpstreamSession> sessions,
            List<Unlisted> unlisted) {
        this.integration = integration;
        this.source = source;
        this.listedAt = listedAt;
        this.filter = filter;
        this.accounts = List.copyOf(accounts);
        this.sessions = List.copyOf(sessions);
        this.unlisted = List.copyOf(unlisted);
    }

    /**
     * Returns whose listing it is.
     *
     * @return the integration
     */
    public IntegrationId integration() {
        return integration;
    }

    /**
     * Returns a digest of where it was listed: of the integration's type, and of the settings that its login depends on. A listing is
     * applied only to an integration that has the same one still.
     *
     * @return the digest, printable
     */
    public String source() {
        return source;
    }

    /**
     * Returns when it was completed.
     *
     * @return the moment, UTC
     */
    public Instant listedAt() {
        return listedAt;
    }

    /**
     * Returns what was to be listed.
     *
     * @return the filter
     */
    public SyncFilter filter() {
        return filter;
    }

    /**
     * Returns all accounts that there are.
     *
     * @return an unmodifiable list
     */
    public List<UpstreamAccount> accounts() {
        return accounts;
    }

    /**
     * Returns all roles that were to be taken, in the accounts that were listed.
     *
     * @return an unmodifiable list
     */
    public List<UpstreamSession> sessions() {
        return sessions;
    }

    /**
     * Returns the accounts whose roles are not known.
     *
     * @return an unmodifiable list
     */
    public List<Unlisted> unlisted() {
        return unlisted;
    }

    /**
     * Returns the ids of the accounts of which nothing is gone.
     *
     * @return an unmodifiable set
     */
    public Set<String> unlistedAccounts() {
        return unlisted.stream()
                .map(each -> each.account().id())
                .collect(Collectors.collectingAndThen(Collectors.toCollection(LinkedHashSet::new), Set::copyOf));
    }

    @Override
    public String toString() {
        return "Listing[" + integration + ", " + accounts.size() + " accounts, " + sessions.size() + " roles]";
    }
}

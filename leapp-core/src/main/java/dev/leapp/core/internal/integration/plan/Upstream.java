package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A listing, asked for single sessions. */
final class Upstream {

    private final Map<String, UpstreamSession> sessions = new LinkedHashMap<>();
    private final Set<String> accounts;
    private final Set<String> unlisted;
    private final SyncFilter filter;

    Upstream(Listing listing) {
        listing.sessions().forEach(session -> sessions.putIfAbsent(session.upstreamId(), session));
        this.accounts = listing.accounts().stream().map(UpstreamAccount::id).collect(Collectors.toUnmodifiableSet());
        this.unlisted = listing.unlistedAccounts();
        this.filter = listing.filter();
    }

    Collection<UpstreamSession> sessions() {
        return sessions.values();
    }

    Optional<UpstreamSession> session(String upstreamId) {
        return Optional.ofNullable(sessions.get(upstreamId));
    }

    /**
     * Tells whether a session is surely not there: it was asked for, the answer was complete, and it was not in it. A list
     * without any account is no answer: it is what an outage, or a login that was not given anything yet, looks like.
     */
    boolean isGone(String upstreamId) {
        if (sessions.containsKey(upstreamId) || accounts.isEmpty()) {
            return false;
        }
        int slash = upstreamId.indexOf('/');
        String account = slash < 0 ? upstreamId : upstreamId.substring(0, slash);
        boolean roleWasAskedFor = slash < 0 || filter.fitsRole(upstreamId.substring(slash + 1));
        return roleWasAskedFor && !account.isBlank() && isComplete(account);
    }

    /** Whether all roles of an account are known. The name of one that is no longer there is not, so a glob must fit its id. */
    private boolean isComplete(String account) {
        return accounts.contains(account) ? !unlisted.contains(account) : filter.fits(new UpstreamAccount(account, ""));
    }
}

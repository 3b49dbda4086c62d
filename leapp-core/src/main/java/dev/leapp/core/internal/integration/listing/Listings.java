package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lists what may be reached upstream. One listing at a time for each integration on the whole machine; who waited for another takes up
 * what that one left, if the same login found it.
 *
 * @param turns one listing at a time
 */
public record Listings(
        Turns turns, Journals journals, Applied applied, Logins logins, UserInteraction interaction, Clock clock) {

    /** How long to wait for another listing: longer than any takes. */
    public static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final int ATTEMPTS = 2;

    /**
     * Lists an integration.
     *
     * @param named as the caller knows it
     * @param newest returns it as it is when its turn has come
     */
    public Listing list(Integration named, Supplier<Source> newest, SyncOptions options) {
        InterProcessLock.Held held = turns.acquire(named);
        try (held) {
            Source source = newest.get();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Listing> listing = byOneLogin(source, options, options.afresh() || attempt > 0);
                if (listing.isPresent()) {
                    return listing.get();
                }
            }
            throw new LeappException(
                    CoreErrorCode.OVERTAKEN,
                    "Integration '" + named.alias() + "' is not listed: somebody logs in or out all the time meanwhile",
                    "run the command again");
        }
    }

    /** Throws away what an unfinished listing has found. */
    public void forget(IntegrationId integration) {
        journals.forget(integration);
    }

    /** Throws away all that is known of an integration that is no more. */
    public void deleted(IntegrationId integration) {
        journals.forget(integration);
        applied.forget(integration);
    }

    /** Lists; empty if another login was used at the end than at the beginning, because that may be somebody else's. */
    private Optional<Listing> byOneLogin(Source source, SyncOptions options, boolean afresh) {
        Integration integration = source.integration();
        Optional<Instant> login = login(integration);
        String facts = Facts.of(integration, options.filter(), login);
        try (Journal journal = journals.open(integration.id(), facts, clock.instant(), afresh || login.isEmpty())) {
            Listing listing = listing(source, options, journal);
            boolean same = logins.state(integration.id()).loggedInAt().equals(login);
            if (!same || listing.unlisted().stream().noneMatch(Listing.Unlisted::failed)) {
                journal.delete();
            }
            return same ? Optional.of(listing) : Optional.empty();
        }
    }

    private Listing listing(Source source, SyncOptions options, Journal journal) {
        Integration integration = source.integration();
        Progress progress = new Progress(interaction, integration.alias(), clock);
        Discovered discovered = new Discovered(source, options.filter(), journal, progress);
        progress.accounts();
        source.provider().list(logins.of(integration), logins.context(integration, LoginFlow.AUTO), discovered);
        return discovered.listing(clock.instant());
    }

    /** Logs in if need be, and returns when that was: a renewed login is the same one. Empty if it is not known. */
    private Optional<Instant> login(Integration integration) {
        logins.of(integration).accessToken().close();
        return logins.state(integration.id()).loggedInAt();
    }
}

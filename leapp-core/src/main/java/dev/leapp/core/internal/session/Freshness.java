package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells when credentials are to be refreshed: when they stop being fresh, or up to a fifth of the remaining time earlier, at another
 * moment for each session and process.
 */
record Freshness(Jitter jitter, Clock clock) {

    private static final int EARLIEST = 5;

    boolean isFresh(SessionId session, Credentials credentials, CredentialRequest request) {
        Instant now = clock.instant();
        return credentials.isFreshAt(now, request.minimumValidity())
                && credentials
                        .refreshAt()
                        .filter(moment -> !isTimeFor(
                                session,
                                Duration.between(moment, credentials.expiresAt().orElseThrow()),
                                moment,
                                now))
                        .isPresent();
    }

    /** Tells whether they are still good for what was asked, though they may be in need of a refresh. */
    boolean isUsable(Credentials credentials, CredentialRequest request) {
        return credentials.expiresAt().isPresent()
                && credentials.isValidAt(clock.instant().plus(request.minimumValidity()));
    }

    /** Returns when credentials are to be refreshed that stop being fresh at a moment that long before they expire. */
    Instant early(SessionId session, Duration margin, Instant moment) {
        return moment.minusMillis((long) (margin.toMillis() * jitter.of(session, 0) / EARLIEST));
    }

    private boolean isTimeFor(SessionId session, Duration margin, Instant moment, Instant now) {
        boolean soon = !now.isBefore(moment.minus(margin.dividedBy(EARLIEST)));
        return soon && !now.isBefore(early(session, margin, moment));
    }
}

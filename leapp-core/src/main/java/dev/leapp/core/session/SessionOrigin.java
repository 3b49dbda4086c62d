package dev.leapp.core.session;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a session came from. Identity is the pair of integration and upstream id, so that what was renamed upstream stays the
 * same session here.
 *
 * @param integration the integration that brought it
 * @param upstreamId what the integration calls it
 * @param orphanedSince since when a completed listing no longer has it
 * @param upstreamName the name that the last sync gave the session, so that it can be told from one that the user gave; empty if that is
 *     not known
 * @since 0.1
 */
public record SessionOrigin(
        IntegrationId integration, String upstreamId, Optional<Instant> orphanedSince, Optional<String> upstreamName) {

    /**
     * Creates an origin whose last given name is not known.
     *
     * @param integration the integration that brought it
     * @param upstreamId what the integration calls it
     * @param orphanedSince since when a completed listing no longer has it
     */
    public SessionOrigin(IntegrationId integration, String upstreamId, Optional<Instant> orphanedSince) {
        this(integration, upstreamId, orphanedSince, Optional.empty());
    }

    /**
     * Returns the same origin, there or not.
     *
     * @param since since when a completed listing no longer has it, empty if it is there
     * @return an origin
     */
    public SessionOrigin withOrphanedSince(Optional<Instant> since) {
        return new SessionOrigin(integration, upstreamId, since, upstreamName);
    }
}

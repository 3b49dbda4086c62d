package dev.leapp.core.session;

import dev.leapp.core.integration.IntegrationId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a session came from. Identity is the pair of integration and upstream id, so that what was renamed upstream stays the
 * same session here.
 *
 * @param integration the integration that brought it
 * @param upstreamId what the integration calls it
 * @param orphanedSince since when a completed listing no longer has it
 * @since 0.1
 */
public record SessionOrigin(IntegrationId integration, String upstreamId, Optional<Instant> orphanedSince) {}

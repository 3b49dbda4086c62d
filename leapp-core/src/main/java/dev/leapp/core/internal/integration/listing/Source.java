package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.spi.IntegrationProvider;

/**
 * Where a listing comes from.
 *
 * @param provider serves the integration
 * @param digest of what the login, and so the listing, depends on
 */
public record Source(Integration integration, IntegrationProvider provider, String digest) {}

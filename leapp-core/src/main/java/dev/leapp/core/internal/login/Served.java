package dev.leapp.core.internal.login;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.IntegrationProvider;

/**
 * An integration whose type a plug-in here serves.
 *
 * @param provider serves it
 * @param binding what a login to it is good for
 */
record Served(Integration integration, IntegrationProvider provider, String binding) {

    IntegrationId id() {
        return integration.id();
    }
}

package dev.leapp.core.internal.login;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.session.IntegrationId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which types of integrations plug-ins here serve.
 *
 * @param newest how an integration is defined now, empty if it was deleted
 */
record Types(PluginRegistry plugins, Function<IntegrationId, Optional<Integration>> newest) {

    /**
     * Returns an integration with what serves it.
     *
     * @throws dev.leapp.core.error.PluginException if no plug-in here does
     */
    Served served(Integration integration) {
        return find(integration).orElseThrow(() -> LoginTexts.unknownType(integration.alias(), integration.type()));
    }

    /**
     * Returns an integration as it is defined now: it may have been changed while somebody waited. What a login depends on must be the
     * same, as a login to the one is not for the other.
     *
     * @throws dev.leapp.core.error.LeappException if it was deleted, or a login to it is another one now
     */
    Served now(Served before) {
        Integration integration = newest.apply(before.id()).orElseThrow(() -> LoginTexts.deleted(before.integration()));
        Served now = served(integration);
        if (!now.binding().equals(before.binding())) {
            throw LoginTexts.overtaken(before.integration());
        }
        return now;
    }

    Optional<Served> find(Integration integration) {
        return plugins.integrationProvider(integration.type())
                .map(provider -> new Served(integration, provider, binding(integration)));
    }

    private String binding(Integration integration) {
        return new LoginValues(plugins.integration(integration.type())).binding(integration);
    }
}

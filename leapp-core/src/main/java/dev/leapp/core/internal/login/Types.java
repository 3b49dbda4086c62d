package dev.leapp.core.internal.login;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.cache.KeptLogins;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.Optional;
import java.util.Set;

/** Which types of integrations plug-ins here serve. */
record Types(PluginRegistry plugins) {

    /**
     * Returns an integration with what serves it.
     *
     * @throws dev.leapp.core.error.PluginException if no plug-in here does
     */
    Served served(Integration integration) {
        return find(integration).orElseThrow(() -> LoginTexts.unknownType(integration.alias(), integration.type()));
    }

    Optional<Served> find(Integration integration) {
        return plugins.integrationProvider(integration.type())
                .map(provider -> new Served(
                        integration, provider, KeptLogins.binding(integration, loginFields(integration.type()))));
    }

    private Set<String> loginFields(String type) {
        return plugins.integrations().stream()
                .filter(descriptor -> descriptor.type().equals(type))
                .map(IntegrationDescriptor::loginFields)
                .findFirst()
                .orElse(Set.of());
    }
}

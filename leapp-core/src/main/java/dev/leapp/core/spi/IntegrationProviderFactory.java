package dev.leapp.core.spi;

/**
 * Describes integrations of a type, and creates what serves them when it is needed.
 *
 * @since 0.1
 */
public interface IntegrationProviderFactory {

    /**
     * Returns what such integrations are. Cheap; no input or output.
     *
     * @return the description
     */
    IntegrationDescriptor descriptor();

    /**
     * Creates the provider. Called at most once for each opened Leapp, when the first integration of its type needs it.
     *
     * @param context what it may use
     * @return the provider, thread-safe
     */
    IntegrationProvider create(PluginContext context);
}

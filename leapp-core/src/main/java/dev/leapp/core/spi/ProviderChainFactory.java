package dev.leapp.core.spi;

/**
 * Describes a provider chain, and creates it when it is needed.
 *
 * @since 0.1
 */
public interface ProviderChainFactory {

    /**
     * Returns what the chain is. Cheap; no input or output.
     *
     * @return the description
     */
    ProviderChainDescriptor descriptor();

    /**
     * Creates the chain. Called at most once for each opened Leapp.
     *
     * @param context what it may use
     * @return the chain, thread-safe
     */
    ProviderChain create(PluginContext context);
}

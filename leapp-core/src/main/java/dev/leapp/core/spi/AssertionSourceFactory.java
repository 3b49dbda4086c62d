package dev.leapp.core.spi;

import dev.leapp.core.port.Availability;

/**
 * Describes an assertion source, and creates it when it is needed.
 *
 * @since 0.1
 */
public interface AssertionSourceFactory {

    /**
     * Returns what the source is. Cheap; no input or output.
     *
     * @return the description
     */
    AssertionSourceDescriptor descriptor();

    /**
     * Tells whether the source can be used here. Looks at the environment and for files only; asks nobody and starts nothing.
     *
     * @param context what it may use
     * @return why not, if not
     */
    Availability availability(PluginContext context);

    /**
     * Creates the source. Called at most once for each opened Leapp, when it is first needed.
     *
     * @param context what it may use
     * @return the source, thread-safe
     */
    AssertionSource create(PluginContext context);
}

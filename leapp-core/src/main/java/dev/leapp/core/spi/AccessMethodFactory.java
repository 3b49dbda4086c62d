package dev.leapp.core.spi;

/**
 * Describes an access method, and creates it when it is needed.
 *
 * @since 0.1
 */
public interface AccessMethodFactory {

    /**
     * Returns what the access method is. Cheap; no input or output.
     *
     * @return the description
     */
    AccessMethodDescriptor descriptor();

    /**
     * Creates the access method. Called at most once for each opened Leapp, when the first session of its type needs it.
     *
     * @param context what it may use
     * @return the access method, thread-safe
     */
    AccessMethod create(PluginContext context);
}

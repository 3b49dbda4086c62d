package dev.leapp.core.spi;

/**
 * Describes a session action, and creates it when it is needed.
 *
 * @since 0.1
 */
public interface SessionActionFactory {

    /**
     * Returns what the action is. Cheap; no input or output.
     *
     * @return the description
     */
    SessionActionDescriptor descriptor();

    /**
     * Creates the action. Called each time that it is run.
     *
     * @param context what it may use
     * @return the action, thread-safe
     */
    SessionAction create(PluginContext context);
}

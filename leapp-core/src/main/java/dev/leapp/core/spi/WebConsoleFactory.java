package dev.leapp.core.spi;

/**
 * Describes a cloud's web console, and creates what signs in to it when it is needed.
 *
 * @since 0.1
 */
public interface WebConsoleFactory {

    /**
     * Returns whose console it is. Cheap; no input or output.
     *
     * @return the cloud's id, as session types begin with it, such as {@code aws}
     */
    String cloudProvider();

    /**
     * Creates it. Called each time that it is used.
     *
     * @param context what it may use
     * @return what signs in, thread-safe
     */
    WebConsole create(PluginContext context);
}

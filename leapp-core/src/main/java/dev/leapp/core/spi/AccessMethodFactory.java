package dev.leapp.core.spi;

import dev.leapp.core.session.Session;
import java.util.List;

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
     * Says what the user should know of a session as it is defined: not wrong, but hardly meant. Cheap; no input or output.
     *
     * @param session a session of this type
     * @return one line for each thing, without a secret
     */
    default List<String> notes(Session session) {
        return List.of();
    }

    /**
     * Creates the access method. Called at most once for each opened Leapp, when the first session of its type needs it.
     *
     * @param context what it may use
     * @return the access method, thread-safe
     */
    AccessMethod create(PluginContext context);
}

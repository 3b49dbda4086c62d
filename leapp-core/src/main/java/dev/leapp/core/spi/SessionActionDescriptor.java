package dev.leapp.core.spi;

import dev.leapp.core.session.SessionType;
import java.util.Set;

/**
 * What a session action is.
 *
 * @param id its id, such as {@code rotate-key}; actions of other session types may have the same
 * @param displayName its name for people
 * @param types the types of the sessions that it is for
 * @since 0.1
 */
public record SessionActionDescriptor(String id, String displayName, Set<SessionType> types) {

    /**
     * Copies the types.
     *
     * @param id its id
     * @param displayName its name for people
     * @param types the session types that it is for
     */
    public SessionActionDescriptor {
        types = Set.copyOf(types);
    }
}

package dev.leapp.core.port;

/**
 * Whether something can be used here, and why not.
 *
 * @since 0.1
 */
public sealed interface Availability {

    /** It can be used. */
    record Available() implements Availability {}

    /**
     * It can't be used.
     *
     * @param reason why, in words for people
     */
    record Unavailable(String reason) implements Availability {}

    /**
     * Tells whether it can be used.
     *
     * @return whether this is {@link Available}
     */
    default boolean isAvailable() {
        return this instanceof Available;
    }
}

package dev.leapp.core.internal.workspace.key;

import java.util.Map;
import java.util.Set;

/** One kind of key slot: it knows what wraps the workspace's key there. */
public interface SlotKind {

    /** Returns the kind, as it stands in the slot's line. */
    String kind();

    /** Tells whether opening a slot may ask somebody: the user, or the keychain, which may ask the user. */
    default boolean asks() {
        return true;
    }

    /** Tells whether opening a slot would ask the user to type something. */
    default boolean prompts() {
        return false;
    }

    /** Returns what a new slot's line says beside salt and key. */
    default Map<String, String> newFacts() {
        return Map.of();
    }

    /** Returns the names of those facts that the wrapped key is bound to. */
    default Set<String> boundFacts() {
        return Set.of();
    }

    /** Makes ready what a new slot needs, outside of all locks. */
    default void prepare(KeySlot slot) {}

    /** Removes what {@link #prepare} made for a slot that is gone. */
    default void forget(KeySlot slot) {}

    /**
     * Returns the key that wraps in this slot, for the caller to wipe; may ask the user or the keychain.
     *
     * @throws dev.leapp.core.error.LeappException if it can't be had here, with the reason in its message
     */
    byte[] wrappingKey(KeySlot slot);

    /** Says that what wraps was found, but does not fit. */
    String mismatch();
}

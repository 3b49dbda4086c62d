package dev.leapp.core.workspace;

import java.util.List;

/**
 * What an import would do. Immutable and thread-safe; it holds what was read, secrets included, until it is closed.
 *
 * @since 0.1
 */
public interface ImportPlan extends AutoCloseable {

    /**
     * Returns what becomes of each thing that was read.
     *
     * @return an unmodifiable list: profiles, identity provider URLs, integrations, sessions, settings, then what was refused before
     */
    List<ImportEntry> entries();

    /**
     * Returns what the user should know beyond single things.
     *
     * @return an unmodifiable list of lines
     */
    List<String> remarks();

    /**
     * Tells how many entries have an action.
     *
     * @param action the action
     * @return the number
     */
    default long count(ImportEntry.Action action) {
        return entries().stream().filter(entry -> entry.action() == action).count();
    }

    /**
     * Tells whether applying it would change anything.
     *
     * @return whether something would be added or replaced
     */
    default boolean changesAnything() {
        return count(ImportEntry.Action.ADD) + count(ImportEntry.Action.REPLACE) > 0;
    }

    /** Wipes the secrets that were read; the plan can be looked at, but not applied any more. Idempotent. */
    @Override
    void close();
}

package dev.leapp.core.internal.secret;

import java.util.Optional;

/** Whether Leapp deletes secrets from a store that it leaves: another program may still need them there. */
@FunctionalInterface
public interface OldCopies {

    /**
     * Says why the secrets in a store must stay when the workspace leaves it.
     *
     * @param store the id of the store
     * @return the reason, for people; empty if they are deleted
     */
    Optional<String> reasonToKeep(String store);

    /** Returns the rule for secrets that nobody else needs. */
    static OldCopies deleted() {
        return store -> Optional.empty();
    }
}

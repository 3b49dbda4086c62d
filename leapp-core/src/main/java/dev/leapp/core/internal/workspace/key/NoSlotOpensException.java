package dev.leapp.core.internal.workspace.key;

import dev.leapp.core.error.LeappException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** None of a file's key slots opens here; the message says of each why. */
public final class NoSlotOpensException extends Exception {

    private final transient List<LeappException> troubles;
    private final List<String> kinds;

    NoSlotOpensException(
            String message, List<LeappException> troubles, List<KeySlot> slots, @Nullable Throwable cause) {
        super(message, cause);
        this.troubles = List.copyOf(troubles);
        this.kinds = slots.stream().map(KeySlot::kind).toList();
    }

    /** Returns the trouble that kept the only slot from being tried, for whoever can say it better than this. */
    public Optional<LeappException> onlyTrouble() {
        return troubles.size() == 1 ? Optional.of(troubles.get(0)) : Optional.empty();
    }

    /** Tells whether a slot of that kind is among them. */
    public boolean has(String kind) {
        return kinds.contains(kind);
    }
}

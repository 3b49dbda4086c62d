package dev.leapp.core.workspace;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that open a workspace file, without what it holds. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class KeySlotView {

    private final String id;
    private final String kind;
    private final @Nullable LocalDate added;
    private final @Nullable String problem;

    /**
     * Describes a slot.
     *
     * @param id what tells it from the others of its file
     * @param kind {@code machine}, {@code keychain} or {@code passphrase}
     * @param added when it was added (UTC), or null if that is not known
     * @param problem why it does not open the file here, or null if it does
     */
    public KeySlotView(String id, String kind, @Nullable LocalDate added, @Nullable String problem) {
        this.id = id;
        this.kind = kind;
        this.added = added;
        this.problem = problem;
    }

    /**
     * Returns what tells it from the others of its file.
     *
     * @return eight hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * Returns what opens it.
     *
     * @return {@code machine}, {@code keychain}, {@code passphrase}, or a kind of a later version
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns when it was added.
     *
     * @return the day in UTC, empty if that is not known
     */
    public Optional<LocalDate> added() {
        return Optional.ofNullable(added);
    }

    /**
     * Returns why it does not open the file here.
     *
     * @return the reason in words, empty if it does
     */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public String toString() {
        return kind + " slot " + id;
    }
}

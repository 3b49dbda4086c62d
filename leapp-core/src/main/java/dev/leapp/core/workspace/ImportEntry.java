package dev.leapp.core.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one thing in an import. Never holds a secret. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ImportEntry {

    /** What is done with it. */
    public enum Action {
        /** It is added. */
        ADD,
        /** It takes the place of what is there under its id. */
        REPLACE,
        /** It is there already. */
        UNCHANGED,
        /** Something else is there under its id, and stays. */
        CONFLICT,
        /** It can't be imported. */
        REFUSED;

        /** Returns the name as users see it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One field that is not the same here and there.
     *
     * @param field its name
     * @param here its value in the workspace; empty if there is none, and always for a secret
     * @param imported its value in what is imported; empty if there is none, and always for a secret
     */
    public record Difference(String field, Optional<String> here, Optional<String> imported) {}

    private final String kind;
    private final String name;
    private final @Nullable String id;
    private final Action action;
    private final String reason;
    private final List<Difference> differences;

    private ImportEntry(Builder builder) {
        this.kind = builder.kind;
        this.name = builder.name;
        this.id = builder.id;
        this.action = builder.action;
        this.reason = builder.reason;
        this.differences = List.copyOf(builder.differences);
    }

    /**
     * Starts an entry.
     *
     * @param kind what it is, as {@link #kind()}
     * @param name what people call it
     * @param action what is done with it
     * @return a new builder
     */
    public static Builder builder(String kind, String name, Action action) {
        return new Builder(kind, name, action);
    }

    /**
     * Returns what it is.
     *
     * @return {@code session}, {@code profile}, {@code idp-url}, {@code integration}, {@code setting}, or a word of an importer's
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns what people call it.
     *
     * @return its name, URL or alias
     */
    public String name() {
        return name;
    }

    /**
     * Returns its id.
     *
     * @return the id, empty if it has none
     */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * Returns what is done with it.
     *
     * @return the action
     */
    public Action action() {
        return action;
    }

    /**
     * Returns why, or what else to know.
     *
     * @return some words, may be empty
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns what is not the same here and there.
     *
     * @return an unmodifiable list, empty unless it is a conflict or replaces something
     */
    public List<Difference> differences() {
        return differences;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImportEntry that
                && kind.equals(that.kind)
                && name.equals(that.name)
                && Objects.equals(id, that.id)
                && action == that.action
                && reason.equals(that.reason)
                && differences.equals(that.differences);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, id, action);
    }

    @Override
    public String toString() {
        return "ImportEntry[" + kind + ", " + name + ", " + action + "]";
    }

    /** Collects the parts of an {@link ImportEntry}. Not thread-safe. */
    public static final class Builder {
        private final String kind;
        private final String name;
        private final Action action;
        private final List<Difference> differences = new ArrayList<>();
        private @Nullable String id;
        private String reason = "";

        private Builder(String kind, String name, Action action) {
            this.kind = kind;
            this.name = name;
            this.action = action;
        }

        /**
         * Sets the id.
         *
         * @param value the id
         * @return this builder
         */
        public Builder id(String value) {
            this.id = value;
            return this;
        }

        /**
         * Says why, or what else to know.
         *
         * @param words some words
         * @return this builder
         */
        public Builder reason(String words) {
            this.reason = words;
            return this;
        }

        /**
         * Says what is not the same here and there.
         *
         * @param fields the fields
         * @return this builder
         */
        public Builder differences(List<Difference> fields) {
            differences.addAll(fields);
            return this;
        }

        /**
         * Returns the entry.
         *
         * @return a new, immutable entry
         */
        public ImportEntry build() {
            return new ImportEntry(this);
        }
    }
}

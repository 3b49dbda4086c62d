package dev.leapp.core.integration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of an integration: what is not set stays. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class IntegrationEdit {

    private final @Nullable String alias;
    private final Map<String, String> values;

    private IntegrationEdit(Builder builder) {
        this.alias = builder.alias;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
    }

    /**
     * Starts a change of nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what people shall call it from now on.
     *
     * @return the alias, empty to leave it
     */
    public Optional<String> alias() {
        return Optional.ofNullable(alias);
    }

    /**
     * Returns new values of fields that its provider declares.
     *
     * @return an unmodifiable map by field name; an empty value takes the field away
     */
    public Map<String, String> values() {
        return values;
    }

    @Override
    public String toString() {
        return "IntegrationEdit[" + values.keySet() + "]";
    }

    /**
     * Collects the parts of an {@link IntegrationEdit}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable String alias;
        private final Map<String, String> values = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Renames it.
         *
         * @param value the new alias
         * @return this builder
         */
        public Builder alias(String value) {
            this.alias = value;
            return this;
        }

        /**
         * Changes a field.
         *
         * @param field its name
         * @param value its value, empty to take it away; never a secret
         * @return this builder
         */
        public Builder value(String field, String value) {
            values.put(field, value);
            return this;
        }

        /**
         * Returns the change.
         *
         * @return a new, immutable change
         */
        public IntegrationEdit build() {
            return new IntegrationEdit(this);
        }
    }
}

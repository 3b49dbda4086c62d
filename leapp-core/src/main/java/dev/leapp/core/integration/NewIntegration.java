package dev.leapp.core.integration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An integration to be created. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class NewIntegration {

    private final String type;
    private final String alias;
    private final Map<String, String> values;

    private NewIntegration(Builder builder) {
        this.type = builder.type;
        this.alias = builder.alias;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
    }

    /**
     * Starts a description.
     *
     * @param type what provides it, such as {@code aws-sso}
     * @param alias what people shall call it
     * @return a new builder
     */
    public static Builder builder(String type, String alias) {
        return new Builder(type, alias);
    }

    /**
     * Returns what provides it.
     *
     * @return the type
     */
    public String type() {
        return type;
    }

    /**
     * Returns what people shall call it.
     *
     * @return the alias
     */
    public String alias() {
        return alias;
    }

    /**
     * Returns the values of the fields that its provider declares.
     *
     * @return an unmodifiable map by field name
     */
    public Map<String, String> values() {
        return values;
    }

    @Override
    public String toString() {
        return "NewIntegration[" + alias + ", " + type + "]";
    }

    /**
     * Collects the parts of a {@link NewIntegration}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String type;
        private final String alias;
        private final Map<String, String> values = new LinkedHashMap<>();

        private Builder(String type, String alias) {
            this.type = type;
            this.alias = alias;
        }

        /**
         * Fills in a field.
         *
         * @param field its name
         * @param value its value; never a secret
         * @return this builder
         */
        public Builder value(String field, String value) {
            values.put(field, value);
            return this;
        }

        /**
         * Returns the description.
         *
         * @return a new, immutable description
         */
        public NewIntegration build() {
            return new NewIntegration(this);
        }
    }
}

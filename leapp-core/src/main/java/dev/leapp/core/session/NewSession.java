package dev.leapp.core.session;

import dev.leapp.core.credential.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to add a session: what the user calls it, and a value for each field that its access method declares. Secret
 * values go to the secret store, the others to the session's settings.
 *
 * @since 0.1
 */
public final class NewSession {

    private final String name;
    private final SessionType type;
    private final @Nullable String region;
    private final @Nullable String profile;
    private final @Nullable String chain;
    private final Map<String, String> values;
    private final Map<String, Secret> secrets;
    private final Map<String, String> tags;

    private NewSession(Builder builder) {
        this.name = builder.name;
        this.type = builder.type;
        this.region = builder.region;
        this.profile = builder.profile;
        this.chain = builder.chain;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
        this.secrets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.secrets));
        this.tags = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tags));
    }

    /**
     * Starts a description.
     *
     * @param type how it connects
     * @param name what people will call it
     * @return a new builder
     */
    public static Builder builder(SessionType type, String name) {
        return new Builder(type, name);
    }

    /**
     * Returns what people will call it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns how it connects.
     *
     * @return the type
     */
    public SessionType type() {
        return type;
    }

    /**
     * Returns where it works.
     *
     * @return the region, empty for the workspace's default
     */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /**
     * Returns the name of its named profile, which is created if it does not exist.
     *
     * @return the profile's name, empty for {@code default}
     */
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /**
     * Returns the provider chain to hand it over by.
     *
     * @return the chain's id, empty for the workspace's default
     */
    public Optional<String> chain() {
        return Optional.ofNullable(chain);
    }

    /**
     * Returns the values that are not secret, by field name.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> values() {
        return values;
    }

    /**
     * Returns the values that go to the secret store, by field name.
     *
     * @return an unmodifiable map
     */
    public Map<String, Secret> secrets() {
        return secrets;
    }

    /**
     * Returns the user's tags, by label.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> tags() {
        return tags;
    }

    @Override
    public String toString() {
        return "NewSession[" + name + ", " + type + "]";
    }

    /** Collects the parts of a {@link NewSession}. Not thread-safe. */
    public static final class Builder {
        private final SessionType type;
        private final String name;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, Secret> secrets = new LinkedHashMap<>();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private @Nullable String region;
        private @Nullable String profile;
        private @Nullable String chain;

        private Builder(SessionType type, String name) {
            this.type = type;
            this.name = name;
        }

        /**
         * Sets where it works.
         *
         * @param value the region or location
         * @return this builder
         */
        public Builder region(String value) {
            this.region = value;
            return this;
        }

        /**
         * Sets its named profile.
         *
         * @param profileName the profile's name
         * @return this builder
         */
        public Builder profile(String profileName) {
            this.profile = profileName;
            return this;
        }

        /**
         * Sets the provider chain.
         *
         * @param chainId the chain's id
         * @return this builder
         */
        public Builder chain(String chainId) {
            this.chain = chainId;
            return this;
        }

        /**
         * Sets the value of a field that is not secret.
         *
         * @param field the field's name
         * @param value its value
         * @return this builder
         */
        public Builder value(String field, String value) {
            values.put(field, value);
            return this;
        }

        /**
         * Sets the value of a field that goes to the secret store.
         *
         * @param field the field's name
         * @param value its value
         * @return this builder
         */
        public Builder secret(String field, Secret value) {
            secrets.put(field, value);
            return this;
        }

        /**
         * Sets one of the user's tags.
         *
         * @param label the tag's label
         * @param value its value, not empty
         * @return this builder
         */
        public Builder tag(String label, String value) {
            tags.put(label, value);
            return this;
        }

        /**
         * Returns the description.
         *
         * @return a new, immutable description
         */
        public NewSession build() {
            return new NewSession(this);
        }
    }
}

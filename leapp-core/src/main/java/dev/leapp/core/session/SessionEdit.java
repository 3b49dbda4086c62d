package dev.leapp.core.session;

import dev.leapp.core.credential.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a session; what is not named stays.
 *
 * @since 0.1
 */
public final class SessionEdit {

    private final @Nullable String name;
    private final @Nullable String region;
    private final @Nullable String profile;
    private final @Nullable String chain;
    private final Map<String, String> values;
    private final Map<String, Secret> secrets;
    private final Map<String, String> tags;

    private SessionEdit(Builder builder) {
        this.name = builder.name;
        this.region = builder.region;
        this.profile = builder.profile;
        this.chain = builder.chain;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(builder.values));
        this.secrets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.secrets));
        this.tags = Collections.unmodifiableMap(new LinkedHashMap<>(builder.tags));
    }

    /**
     * Starts an edit that changes nothing.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the new name.
     *
     * @return the name, empty if it stays
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Returns the new region.
     *
     * @return the region, empty if it stays
     */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /**
     * Returns the new named profile, by name; it is created if it does not exist.
     *
     * @return the profile's name, empty if it stays
     */
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    /**
     * Returns the new provider chain; empty text means the workspace's default.
     *
     * @return the chain's id, empty if it stays
     */
    public Optional<String> chain() {
        return Optional.ofNullable(chain);
    }

    /**
     * Returns the new settings by field name; an empty value removes a setting.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> values() {
        return values;
    }

    /**
     * Returns the new secrets by field name.
     *
     * @return an unmodifiable map
     */
    public Map<String, Secret> secrets() {
        return secrets;
    }

    /**
     * Returns the new tags by label; an empty value removes a tag.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> tags() {
        return tags;
    }

    /**
     * Tells whether nothing changes but what people find it by, its name and its tags, which touches no credentials: an active
     * session stays active meanwhile.
     *
     * @return whether it is at most a new name and tags
     */
    public boolean isOnlyLabels() {
        return region == null && profile == null && chain == null && values.isEmpty() && secrets.isEmpty();
    }

    /** Collects the parts of a {@link SessionEdit}. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> values = new LinkedHashMap<>();
        private final Map<String, Secret> secrets = new LinkedHashMap<>();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private @Nullable String name;
        private @Nullable String region;
        private @Nullable String profile;
        private @Nullable String chain;

        private Builder() {}

        /**
         * Renames it.
         *
         * @param value the new name
         * @return this builder
         */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /**
         * Moves it to another region.
         *
         * @param value the region or location
         * @return this builder
         */
        public Builder region(String value) {
            this.region = value;
            return this;
        }

        /**
         * Moves it to another named profile.
         *
         * @param profileName the profile's name
         * @return this builder
         */
        public Builder profile(String profileName) {
            this.profile = profileName;
            return this;
        }

        /**
         * Hands it over by another provider chain.
         *
         * @param chainId the chain's id, empty for the workspace's default
         * @return this builder
         */
        public Builder chain(String chainId) {
            this.chain = chainId;
            return this;
        }

        /**
         * Changes a setting.
         *
         * @param field the field's name
         * @param value its value; empty removes it
         * @return this builder
         */
        public Builder value(String field, String value) {
            values.put(field, value);
            return this;
        }

        /**
         * Changes a secret.
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
         * @param value its value; empty removes the tag
         * @return this builder
         */
        public Builder tag(String label, String value) {
            tags.put(label, value);
            return this;
        }

        /**
         * Removes one of the user's tags; one that is not there is no error.
         *
         * @param label the tag's label
         * @return this builder
         */
        public Builder untag(String label) {
            return tag(label, "");
        }

        /**
         * Makes it one of the user's favourites, or no longer: sets or removes the tag {@link Session#FAVOURITE}.
         *
         * @param value whether it is one
         * @return this builder
         */
        public Builder favourite(boolean value) {
            return tag(Session.FAVOURITE, value ? Session.SET : "");
        }

        /**
         * Returns the edit.
         *
         * @return a new, immutable edit
         */
        public SessionEdit build() {
            return new SessionEdit(this);
        }
    }
}

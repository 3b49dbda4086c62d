package dev.leapp.core.session;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * "All the relevant information to let the dev connect to a cloud provider", for every cloud the same. The settings are what its
 * access method declared; a secret is never among them. A session of a type that nobody provides loads, lists and is saved back
 * unchanged.
 *
 * <p>Immutable and thread-safe; changes go through {@link #toBuilder()}.
 *
 * @since 0.1
 */
public final class Session {

    /**
     * The label of the tag that makes a session one of the user's favourites. In the desktop app's workspace file it stands in the
     * app's own list of pinned sessions.
     *
     * @since 0.1
     */
    public static final String FAVOURITE = "favourite";

    /**
     * The value of a tag that the user gave none.
     *
     * @since 0.1
     */
    public static final String SET = "true";

    private final SessionId id;
    private final String name;
    private final SessionType type;
    private final String region;
    private final Map<String, String> settings;
    private final Map<String, String> tags;
    private final @Nullable ProfileId profileId;
    private final @Nullable SessionOrigin origin;
    private final @Nullable String chain;
    private final @Nullable Instant lastStartedAt;

    private Session(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.type = builder.type;
        this.region = builder.region;
        this.settings = copy(builder.settings);
        this.tags = copy(builder.tags);
        this.profileId = builder.profileId;
        this.origin = builder.origin;
        this.chain = builder.chain;
        this.lastStartedAt = builder.lastStartedAt;
    }

    /**
     * Starts a session.
     *
     * @param id its id
     * @param name what people call it, not blank
     * @param type how it connects
     * @param region where it works: an AWS region, an Azure location; may be empty
     * @return a new builder
     */
    public static Builder builder(SessionId id, String name, SessionType type, String region) {
        return new Builder(id, name, type, region);
    }

    /**
     * Returns a builder that holds what this session holds.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns the id.
     *
     * @return the id
     */
    public SessionId id() {
        return id;
    }

    /**
     * Returns what people call it; not necessarily unique.
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
     * @return an AWS region, an Azure location, or empty text
     */
    public String region() {
        return region;
    }

    /**
     * Returns what its access method declared and the user gave; never a secret.
     *
     * @return an unmodifiable map in the order of the fields
     */
    public Map<String, String> settings() {
        return settings;
    }

    /**
     * Returns one setting.
     *
     * @param name the field's name
     * @return its value, empty if it was not given
     */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * Returns the user's own labels.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> tags() {
        return tags;
    }

    /**
     * Tells whether it is one of the user's favourites, which lists show first.
     *
     * @return whether it has the tag {@link #FAVOURITE}
     */
    public boolean isFavourite() {
        return tags.containsKey(FAVOURITE);
    }

    /**
     * Returns the named profile under which its credentials are made available.
     *
     * @return the profile's id, empty where the cloud has none
     */
    public Optional<ProfileId> profileId() {
        return Optional.ofNullable(profileId);
    }

    /**
     * Returns where it came from.
     *
     * @return the origin, empty if the user added it
     */
    public Optional<SessionOrigin> origin() {
        return Optional.ofNullable(origin);
    }

    /**
     * Returns the provider chain that this session is handed over by.
     *
     * @return the chain's id, empty for the workspace's default
     */
    public Optional<String> chain() {
        return Optional.ofNullable(chain);
    }

    /**
     * Returns when it was last started.
     *
     * @return the moment, empty if never
     */
    public Optional<Instant> lastStartedAt() {
        return Optional.ofNullable(lastStartedAt);
    }

    /** Most sessions have no tags, and a workspace has many sessions. */
    private static Map<String, String> copy(Map<String, String> texts) {
        return texts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Session that && isSame(that));
    }

    private boolean isSame(Session that) {
        return id.equals(that.id)
                && name.equals(that.name)
                && type.equals(that.type)
                && region.equals(that.region)
                && settings.equals(that.settings)
                && tags.equals(that.tags)
                && Objects.equals(profileId, that.profileId)
                && Objects.equals(origin, that.origin)
                && Objects.equals(chain, that.chain)
                && Objects.equals(lastStartedAt, that.lastStartedAt);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Session[" + name + ", " + type + ", " + id + "]";
    }

    /** Collects the parts of a {@link Session}. Not thread-safe. */
    public static final class Builder {
        private final SessionId id;
        private final SessionType type;
        private String name;
        private String region;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private @Nullable ProfileId profileId;
        private @Nullable SessionOrigin origin;
        private @Nullable String chain;
        private @Nullable Instant lastStartedAt;

        private Builder(SessionId id, String name, SessionType type, String region) {
            this.id = id;
            this.name = requireName(name);
            this.type = type;
            this.region = region;
        }

        private Builder(Session from) {
            this(from.id, from.name, from.type, from.region);
            this.settings.putAll(from.settings);
            this.tags.putAll(from.tags);
            this.profileId = from.profileId;
            this.origin = from.origin;
            this.chain = from.chain;
            this.lastStartedAt = from.lastStartedAt;
        }

        /**
         * Sets what people call it.
         *
         * @param value the name
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder name(String value) {
            this.name = requireName(value);
            return this;
        }

        /**
         * Sets where it works.
         *
         * @param value a region or location, may be empty
         * @return this builder
         */
        public Builder region(String value) {
            this.region = value;
            return this;
        }

        /**
         * Sets one setting; an empty value removes it.
         *
         * @param field the field's name
         * @param value the value
         * @return this builder
         */
        public Builder setting(String field, String value) {
            put(settings, field, value);
            return this;
        }

        /**
         * Sets one of the user's labels; an empty value removes it.
         *
         * @param label the label's name
         * @param value the value
         * @return this builder
         */
        public Builder tag(String label, String value) {
            put(tags, label, value);
            return this;
        }

        /**
         * Sets the named profile.
         *
         * @param value the profile's id, or null for none
         * @return this builder
         */
        public Builder profileId(@Nullable ProfileId value) {
            this.profileId = value;
            return this;
        }

        /**
         * Sets where it came from.
         *
         * @param value the origin, or null if the user added it
         * @return this builder
         */
        public Builder origin(@Nullable SessionOrigin value) {
            this.origin = value;
            return this;
        }

        /**
         * Sets the provider chain.
         *
         * @param value the chain's id, or null for the workspace's default
         * @return this builder
         */
        public Builder chain(@Nullable String value) {
            this.chain = value;
            return this;
        }

        /**
         * Sets when it was last started.
         *
         * @param value the moment, or null for never
         * @return this builder
         */
        public Builder lastStartedAt(@Nullable Instant value) {
            this.lastStartedAt = value;
            return this;
        }

        /**
         * Returns the session.
         *
         * @return a new, immutable session
         */
        public Session build() {
            return new Session(this);
        }

        private static void put(Map<String, String> map, String key, String value) {
            if (value.isEmpty()) {
                map.remove(key);
            } else {
                map.put(key, value);
            }
        }

        private static String requireName(String name) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A session needs a name");
            }
            return name;
        }
    }
}

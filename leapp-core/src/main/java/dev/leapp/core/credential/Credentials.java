package dev.leapp.core.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of any cloud: plain attributes, secrets, and when they expire. Core stores, caches and redacts them without
 * understanding them; each provider module documents the names it uses and gives a typed view.
 *
 * <p>Immutable and thread-safe. {@link #toString()} shows the kind and the expiry, never a secret.
 *
 * @since 0.1
 */
public final class Credentials {

    private static final Duration REFRESH_AHEAD = Duration.ofMinutes(15);

    private final CredentialKind kind;
    private final Map<String, String> attributes;
    private final Map<String, Secret> secrets;
    private final Instant issuedAt;
    private final @Nullable Instant expiresAt;
    private final @Nullable String handle;

    private Credentials(Builder builder) {
        this.kind = builder.kind;
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(builder.attributes));
        this.secrets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.secrets));
        this.issuedAt = builder.issuedAt;
        this.expiresAt = builder.expiresAt;
        this.handle = builder.handle;
    }

    /**
     * Starts a set of credentials.
     *
     * @param kind what sort they are
     * @param issuedAt when they were issued
     * @return a new builder
     */
    public static Builder builder(CredentialKind kind, Instant issuedAt) {
        return new Builder(kind, issuedAt);
    }

    /**
     * Returns what sort of credentials these are.
     *
     * @return the kind
     */
    public CredentialKind kind() {
        return kind;
    }

    /**
     * Returns what is not secret, such as an account id.
     *
     * @return an unmodifiable map in the order of issue
     */
    public Map<String, String> attributes() {
        return attributes;
    }

    /**
     * Returns what is secret, by name.
     *
     * @return an unmodifiable map in the order of issue
     */
    public Map<String, Secret> secrets() {
        return secrets;
    }

    /**
     * Returns an attribute that must be there.
     *
     * @param name its name
     * @return its value
     * @throws IllegalStateException if these credentials lack it
     */
    public String attribute(String name) {
        String value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("Credentials of kind " + kind + " lack the attribute " + name);
        }
        return value;
    }

    /**
     * Returns a secret that must be there.
     *
     * @param name its name
     * @return the secret
     * @throws IllegalStateException if these credentials lack it
     */
    public Secret secret(String name) {
        Secret value = secrets.get(name);
        if (value == null) {
            throw new IllegalStateException("Credentials of kind " + kind + " lack the secret " + name);
        }
        return value;
    }

    /**
     * Returns when they were issued.
     *
     * @return the moment of issue
     */
    public Instant issuedAt() {
        return issuedAt;
    }

    /**
     * Returns when they expire.
     *
     * @return the moment of expiry; empty means not known
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * Returns what another process can revoke them by, such as a lease id.
     *
     * @return the handle, if the issuer gave one
     */
    public Optional<String> handle() {
        return Optional.ofNullable(handle);
    }

    /**
     * Tells whether they are still accepted by the cloud at the given moment. Credentials of unknown expiry count as valid.
     *
     * @param now the moment
     * @return whether they have not expired
     */
    public boolean isValidAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /**
     * Tells whether they need no refresh yet: more than the smaller of 15 minutes and a quarter of their lifetime remains.
     *
     * @param now the moment
     * @param minimumValidity what must remain at least, zero if it doesn't matter
     * @return whether they are fresh; unknown expiry is never fresh
     */
    public boolean isFreshAt(Instant now, Duration minimumValidity) {
        if (expiresAt == null) {
            return false;
        }
        Duration margin = margin(issuedAt, expiresAt);
        Duration needed = margin.compareTo(minimumValidity) < 0 ? minimumValidity : margin;
        return Duration.between(now, expiresAt).compareTo(needed) > 0;
    }

    /**
     * Returns when they stop being fresh: from then on they should be replaced, although they are still valid.
     *
     * @return the moment, which is before {@link #expiresAt()}; empty if the expiry is not known
     */
    public Optional<Instant> refreshAt() {
        return expiresAt().map(expiry -> expiry.minus(margin(issuedAt, expiry)));
    }

    private static Duration margin(Instant issued, Instant expiry) {
        Duration quarter = Duration.between(issued, expiry).dividedBy(4);
        return quarter.compareTo(REFRESH_AHEAD) < 0 ? quarter : REFRESH_AHEAD;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Credentials that
                && kind.equals(that.kind)
                && attributes.equals(that.attributes)
                && secrets.equals(that.secrets)
                && issuedAt.equals(that.issuedAt)
                && expiresAt().equals(that.expiresAt())
                && handle().equals(that.handle());
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + issuedAt.hashCode();
    }

    /** Returns the kind and the expiry; no secret and no handle. */
    @Override
    public String toString() {
        return "Credentials[" + kind + ", expires " + (expiresAt == null ? "at an unknown time" : "at " + expiresAt)
                + "]";
    }

    /** Collects the parts of {@link Credentials}. Not thread-safe. */
    public static final class Builder {
        private final CredentialKind kind;
        private final Instant issuedAt;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final Map<String, Secret> secrets = new LinkedHashMap<>();
        private @Nullable Instant expiresAt;
        private @Nullable String handle;

        private Builder(CredentialKind kind, Instant issuedAt) {
            this.kind = kind;
            this.issuedAt = issuedAt;
        }

        /**
         * Adds what is not secret.
         *
         * @param name its name
         * @param value its value
         * @return this builder
         */
        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        /**
         * Adds a secret.
         *
         * @param name its name
         * @param value its value
         * @return this builder
         */
        public Builder secret(String name, Secret value) {
            secrets.put(name, value);
            return this;
        }

        /**
         * Sets when they expire.
         *
         * @param moment the moment of expiry
         * @return this builder
         */
        public Builder expiresAt(Instant moment) {
            this.expiresAt = moment;
            return this;
        }

        /**
         * Sets what they can be revoked by.
         *
         * @param value the handle, such as a lease id
         * @return this builder
         */
        public Builder handle(String value) {
            this.handle = value;
            return this;
        }

        /**
         * Returns the credentials.
         *
         * @return new, immutable credentials
         */
        public Credentials build() {
            return new Credentials(this);
        }
    }
}

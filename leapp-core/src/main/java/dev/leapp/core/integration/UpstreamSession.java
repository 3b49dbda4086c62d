package dev.leapp.core.integration;

import dev.leapp.core.session.SessionType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a user may reach upstream, as one session: a role in an account. Immutable and thread-safe.
 *
 * <p>Its identity is the pair of account id and role name. What it tells is upstream's, and overwritten by every sync; what users add to
 * a session (a name of their own, a profile, tags, a region) is theirs and stays.
 *
 * @since 0.1
 */
public final class UpstreamSession {

    private final UpstreamAccount account;
    private final String role;
    private final SessionType type;
    private final Map<String, String> settings;
    private final Map<String, String> labels;

    private UpstreamSession(Builder builder) {
        this.account = builder.account;
        this.role = builder.role;
        this.type = builder.type;
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(builder.settings));
        this.labels = Collections.unmodifiableMap(new LinkedHashMap<>(builder.labels));
    }

    /**
     * Starts a description.
     *
     * @param type the type of the session
     * @param account where the role is
     * @param role the role's name
     * @return a new builder
     */
    public static Builder builder(SessionType type, UpstreamAccount account, String role) {
        return new Builder(type, account, role);
    }

    /**
     * Returns what identifies it within its integration.
     *
     * @return the account's id, a slash, and the role's name
     */
    public String upstreamId() {
        return account.id() + "/" + role;
    }

    /**
     * Returns where the role is.
     *
     * @return the account
     */
    public UpstreamAccount account() {
        return account;
    }

    /**
     * Returns the role's name.
     *
     * @return the name
     */
    public String role() {
        return role;
    }

    /**
     * Returns the type of the session.
     *
     * @return the type
     */
    public SessionType type() {
        return type;
    }

    /**
     * Returns settings of the session as its access method declares them; never a secret.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> settings() {
        return settings;
    }

    /**
     * Returns what a template of names may use besides {@code account}, {@code accountId} and {@code role}.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> labels() {
        return labels;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UpstreamSession that
                && account.equals(that.account)
                && role.equals(that.role)
                && type.equals(that.type)
                && settings.equals(that.settings)
                && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, role);
    }

    @Override
    public String toString() {
        return "UpstreamSession[" + upstreamId() + "]";
    }

    /**
     * Collects the parts of an {@link UpstreamSession}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final SessionType type;
        private final UpstreamAccount account;
        private final String role;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final Map<String, String> labels = new LinkedHashMap<>();

        private Builder(SessionType type, UpstreamAccount account, String role) {
            this.type = type;
            this.account = account;
            this.role = role;
        }

        /**
         * Adds a setting.
         *
         * @param name its name
         * @param value its value; never a secret
         * @return this builder
         */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /**
         * Adds something that a template of names may use.
         *
         * @param name its name
         * @param value its value
         * @return this builder
         */
        public Builder label(String name, String value) {
            labels.put(name, value);
            return this;
        }

        /**
         * Returns the description.
         *
         * @return a new, immutable description
         */
        public UpstreamSession build() {
            return new UpstreamSession(this);
        }
    }
}

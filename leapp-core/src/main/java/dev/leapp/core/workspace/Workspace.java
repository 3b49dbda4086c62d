package dev.leapp.core.workspace;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one user keeps: sessions, named profiles, identity provider URLs, integrations, defaults and settings.
 *
 * <p>Immutable and thread-safe; changes go through {@link #toBuilder()}. Lists keep their order.
 *
 * @since 0.1
 */
public final class Workspace {

    private final Map<SessionId, Session> sessionsById;
    private final Map<ProfileId, NamedProfile> profilesById;
    private final List<Session> sessions;
    private final List<NamedProfile> profiles;
    private final List<IdpUrl> idpUrls;
    private final List<Integration> integrations;
    private final String defaultRegion;
    private final String defaultLocation;
    private final Map<String, String> settings;

    private Workspace(Builder builder) {
        this.sessionsById = Map.copyOf(builder.sessions);
        this.profilesById = Map.copyOf(builder.profiles);
        this.sessions = List.copyOf(builder.sessions.values());
        this.profiles = List.copyOf(builder.profiles.values());
        this.idpUrls = List.copyOf(builder.idpUrls.values());
        this.integrations = List.copyOf(builder.integrations.values());
        this.defaultRegion = builder.defaultRegion;
        this.defaultLocation = builder.defaultLocation;
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(builder.settings));
    }

    /**
     * Starts a workspace with nothing in it: default region {@code us-east-1}, default location {@code eastus}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder that holds what this workspace holds.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        Builder builder = new Builder();
        sessions.forEach(builder::session);
        profiles.forEach(builder::profile);
        idpUrls.forEach(builder::idpUrl);
        integrations.forEach(builder::integration);
        builder.settings.putAll(settings);
        return builder.defaultRegion(defaultRegion).defaultLocation(defaultLocation);
    }

    /**
     * Returns the sessions.
     *
     * @return an unmodifiable list in the order they were added
     */
    public List<Session> sessions() {
        return sessions;
    }

    /**
     * Returns the named profiles.
     *
     * @return an unmodifiable list
     */
    public List<NamedProfile> profiles() {
        return profiles;
    }

    /**
     * Returns the identity provider URLs.
     *
     * @return an unmodifiable list
     */
    public List<IdpUrl> idpUrls() {
        return idpUrls;
    }

    /**
     * Returns the integrations.
     *
     * @return an unmodifiable list
     */
    public List<Integration> integrations() {
        return integrations;
    }

    /**
     * Returns the AWS region of sessions that name none.
     *
     * @return a region
     */
    public String defaultRegion() {
        return defaultRegion;
    }

    /**
     * Returns the Azure location of sessions that name none.
     *
     * @return a location
     */
    public String defaultLocation() {
        return defaultLocation;
    }

    /**
     * Returns the other settings, such as the chosen secret store.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> settings() {
        return settings;
    }

    /**
     * Returns a session.
     *
     * @param id its id
     * @return the session, empty if there is none
     */
    public Optional<Session> session(SessionId id) {
        return Optional.ofNullable(sessionsById.get(id));
    }

    /**
     * Returns a named profile.
     *
     * @param id its id
     * @return the profile, empty if there is none
     */
    public Optional<NamedProfile> profile(ProfileId id) {
        return Optional.ofNullable(profilesById.get(id));
    }

    /**
     * Returns a named profile.
     *
     * @param name its name
     * @return the profile, empty if there is none
     */
    public Optional<NamedProfile> profileNamed(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /**
     * Returns the sessions that refer to the given id in a setting, such as the children of a role chain.
     *
     * @param id an id of anything in the workspace
     * @return the sessions that refer to it
     */
    public List<Session> referringTo(String id) {
        return sessions.stream()
                .filter(session -> session.settings().containsValue(id))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Workspace that
                && sessions.equals(that.sessions)
                && profiles.equals(that.profiles)
                && idpUrls.equals(that.idpUrls)
                && integrations.equals(that.integrations)
                && defaultRegion.equals(that.defaultRegion)
                && defaultLocation.equals(that.defaultLocation)
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return sessions.hashCode() * 31 + profiles.hashCode();
    }

    @Override
    public String toString() {
        return "Workspace[" + sessions.size() + " sessions, " + profiles.size() + " profiles]";
    }

    /** Collects the parts of a {@link Workspace}. Not thread-safe. */
    public static final class Builder {
        private final Map<SessionId, Session> sessions = new LinkedHashMap<>();
        private final Map<ProfileId, NamedProfile> profiles = new LinkedHashMap<>();
        private final Map<IdpUrlId, IdpUrl> idpUrls = new LinkedHashMap<>();
        private final Map<IntegrationId, Integration> integrations = new LinkedHashMap<>();
        private final Map<String, String> settings = new LinkedHashMap<>();
        private String defaultRegion = "us-east-1";
        private String defaultLocation = "eastus";

        private Builder() {}

        /**
         * Adds a session, or puts it in the place of the one with the same id.
         *
         * @param session the session
         * @return this builder
         */
        public Builder session(Session session) {
            sessions.put(session.id(), session);
            return this;
        }

        /**
         * Removes a session; unknown ids are ignored.
         *
         * @param id its id
         * @return this builder
         */
        public Builder removeSession(SessionId id) {
            sessions.remove(id);
            return this;
        }

        /**
         * Adds a named profile, or puts it in the place of the one with the same id.
         *
         * @param profile the profile
         * @return this builder
         */
        public Builder profile(NamedProfile profile) {
            profiles.put(profile.id(), profile);
            return this;
        }

        /**
         * Removes a named profile; unknown ids are ignored.
         *
         * @param id its id
         * @return this builder
         */
        public Builder removeProfile(ProfileId id) {
            profiles.remove(id);
            return this;
        }

        /**
         * Adds an identity provider URL, or puts it in the place of the one with the same id.
         *
         * @param url the URL
         * @return this builder
         */
        public Builder idpUrl(IdpUrl url) {
            idpUrls.put(url.id(), url);
            return this;
        }

        /**
         * Removes an identity provider URL; unknown ids are ignored.
         *
         * @param id its id
         * @return this builder
         */
        public Builder removeIdpUrl(IdpUrlId id) {
            idpUrls.remove(id);
            return this;
        }

        /**
         * Adds an integration, or puts it in the place of the one with the same id.
         *
         * @param integration the integration
         * @return this builder
         */
        public Builder integration(Integration integration) {
            integrations.put(integration.id(), integration);
            return this;
        }

        /**
         * Removes an integration; sessions that come from it are the caller's business.
         *
         * @param id the integration
         * @return this builder
         */
        public Builder removeIntegration(IntegrationId id) {
            integrations.remove(id);
            return this;
        }

        /**
         * Sets the default AWS region.
         *
         * @param region the region
         * @return this builder
         */
        public Builder defaultRegion(String region) {
            this.defaultRegion = region;
            return this;
        }

        /**
         * Sets the default Azure location.
         *
         * @param location the location
         * @return this builder
         */
        public Builder defaultLocation(String location) {
            this.defaultLocation = location;
            return this;
        }

        /**
         * Sets one of the other settings; null removes it.
         *
         * @param name the setting's name
         * @param value its value, or null
         * @return this builder
         */
        public Builder setting(String name, @Nullable String value) {
            if (value == null) {
                settings.remove(name);
            } else {
                settings.put(name, value);
            }
            return this;
        }

        /**
         * Returns the workspace.
         *
         * @return a new, immutable workspace
         */
        public Workspace build() {
            return new Workspace(this);
        }
    }
}

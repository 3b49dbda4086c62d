package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an importer found: definitions with ids of their own, the secrets that belong to them, and what could not be taken. Immutable
 * and thread-safe.
 *
 * @since 0.1
 */
public final class WorkspaceImport {

    /**
     * Something that could not be taken.
     *
     * @param kind what it is, a word such as {@code session} or {@code section}
     * @param name what the other tool calls it
     * @param reason why, in words without a secret
     */
    public record Refusal(String kind, String name, String reason) {}

    private final Workspace definitions;
    private final Map<SessionId, Map<String, Secret>> secrets;
    private final List<Refusal> refused;
    private final List<String> remarks;

    private WorkspaceImport(Builder builder) {
        this.definitions = builder.definitions.build();
        Map<SessionId, Map<String, Secret>> copy = new LinkedHashMap<>();
        builder.secrets.forEach(
                (session, accounts) -> copy.put(session, Collections.unmodifiableMap(new LinkedHashMap<>(accounts))));
        this.secrets = Collections.unmodifiableMap(copy);
        this.refused = List.copyOf(builder.refused);
        this.remarks = List.copyOf(builder.remarks);
    }

    /**
     * Starts with nothing found.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the sessions, profiles, integrations and identity provider URLs.
     *
     * @return a workspace of them; its defaults and settings mean nothing
     */
    public Workspace definitions() {
        return definitions;
    }

    /**
     * Returns the secrets by session, then by account as {@link FieldSpec#secretAccount()} names it. Core wipes them after use.
     *
     * @return an unmodifiable map
     */
    public Map<SessionId, Map<String, Secret>> secrets() {
        return secrets;
    }

    /**
     * Returns what could not be taken.
     *
     * @return an unmodifiable list
     */
    public List<Refusal> refused() {
        return refused;
    }

    /**
     * Returns what the user should know.
     *
     * @return an unmodifiable list of lines
     */
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public String toString() {
        return "WorkspaceImport[" + definitions + ", " + refused.size() + " refused]";
    }

    /** Collects the parts of a {@link WorkspaceImport}. Not thread-safe. */
    public static final class Builder {
        private final Workspace.Builder definitions = Workspace.builder();
        private final Map<SessionId, Map<String, Secret>> secrets = new LinkedHashMap<>();
        private final List<Refusal> refused = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a session. One whose region is empty gets the workspace's default region.
         *
         * @param session the session, its id derived from what the other tool calls it
         * @return this builder
         */
        public Builder session(Session session) {
            definitions.session(session);
            return this;
        }

        /**
         * Adds a secret of a session's.
         *
         * @param session the session
         * @param account as {@link FieldSpec#secretAccount()} names it
         * @param value the secret; core wipes it after use
         * @return this builder
         */
        public Builder secret(SessionId session, String account, Secret value) {
            secrets.computeIfAbsent(session, key -> new LinkedHashMap<>()).put(account, value);
            return this;
        }

        /**
         * Adds a named profile. If one of that name is there, that one is meant.
         *
         * @param profile the profile
         * @return this builder
         */
        public Builder profile(NamedProfile profile) {
            definitions.profile(profile);
            return this;
        }

        /**
         * Adds an integration.
         *
         * @param integration the integration
         * @return this builder
         */
        public Builder integration(Integration integration) {
            definitions.integration(integration);
            return this;
        }

        /**
         * Adds an identity provider URL. If it is there under another id, that one is meant.
         *
         * @param url the URL
         * @return this builder
         */
        public Builder idpUrl(IdpUrl url) {
            definitions.idpUrl(url);
            return this;
        }

        /**
         * Says what could not be taken.
         *
         * @param kind what it is, a word such as {@code session} or {@code section}
         * @param name what the other tool calls it
         * @param reason why, in words without a secret
         * @return this builder
         */
        public Builder refuse(String kind, String name, String reason) {
            refused.add(new Refusal(kind, name, reason));
            return this;
        }

        /**
         * Says what the user should know.
         *
         * @param line one line
         * @return this builder
         */
        public Builder remark(String line) {
            remarks.add(line);
            return this;
        }

        /**
         * Returns what was found.
         *
         * @return a new, immutable value
         */
        public WorkspaceImport build() {
            return new WorkspaceImport(this);
        }
    }
}

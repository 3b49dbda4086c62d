package dev.leapp.core.spi;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an access method gets to issue credentials with. Immutable; belongs to one call.
 *
 * @since 0.1
 */
public final class IssueContext {

    private final Session session;
    private final CredentialRequest request;
    private final ScopedSecrets secrets;
    private final UserInteraction interaction;
    private final Instant deadline;
    private final Function<SessionId, ParentSession> parents;
    private final Function<IntegrationId, IntegrationLogin> logins;
    private final Assertions assertions;

    private IssueContext(Builder builder) {
        this.session = builder.session;
        this.request = builder.request;
        this.secrets = Objects.requireNonNull(builder.secrets, "secrets");
        this.interaction = builder.interaction;
        this.deadline = Objects.requireNonNull(builder.deadline, "deadline");
        this.parents = builder.parents;
        this.logins = builder.logins;
        this.assertions = builder.assertions;
    }

    /**
     * Starts a context; secrets and deadline must be set.
     *
     * @param session for which session
     * @return a new builder
     */
    public static Builder builder(Session session) {
        return new Builder(session);
    }

    /**
     * Returns for which session to issue.
     *
     * @return the session
     */
    public Session session() {
        return session;
    }

    /**
     * Returns what the caller asks for.
     *
     * @return the request
     */
    public CredentialRequest request() {
        return request;
    }

    /**
     * Returns the secrets of the session.
     *
     * @return its part of the secret store
     */
    public ScopedSecrets secrets() {
        return secrets;
    }

    /**
     * Returns how to ask the user.
     *
     * @return the interaction; it fails at once with "login needed" if nobody is there
     */
    public UserInteraction interaction() {
        return interaction;
    }

    /**
     * Returns when to give up.
     *
     * @return the moment, by the clock of {@link PluginContext#clock()}
     */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Returns another session that this one hangs on: one that its settings refer to.
     *
     * @param id the other session
     * @return the session, with its credentials and secrets
     * @throws dev.leapp.core.error.SessionException if there is no such session, or the settings don't refer to it
     */
    public ParentSession parent(SessionId id) {
        return parents.apply(id);
    }

    /**
     * Returns the integration that the session comes from: one that its settings refer to.
     *
     * @param id the integration
     * @return the integration and who is logged in there
     * @throws dev.leapp.core.error.SessionException if there is no such integration, or the settings don't refer to it
     */
    public IntegrationLogin login(IntegrationId id) {
        return logins.apply(id);
    }

    /**
     * Returns where to get a SAML assertion of an identity provider that the session's settings refer to.
     *
     * @return the assertions
     */
    public Assertions assertions() {
        return assertions;
    }

    /** Collects the parts of an {@link IssueContext}. Not thread-safe. */
    public static final class Builder {
        private final Session session;
        private CredentialRequest request = CredentialRequest.standard();
        private @Nullable ScopedSecrets secrets;
        private UserInteraction interaction = UserInteraction.nonInteractive();
        private @Nullable Instant deadline;
        private Function<SessionId, ParentSession> parents = parent -> {
            throw new IllegalStateException("No parent sessions here: " + parent);
        };
        private Function<IntegrationId, IntegrationLogin> logins = integration -> {
            throw new IllegalStateException("No integrations here: " + integration);
        };
        private Assertions assertions = (idpUrl, recipients) -> {
            throw new IllegalStateException("No assertions here: " + idpUrl);
        };

        private Builder(Session session) {
            this.session = session;
        }

        /**
         * Sets what the caller asks for.
         *
         * @param value the request
         * @return this builder
         */
        public Builder request(CredentialRequest value) {
            this.request = value;
            return this;
        }

        /**
         * Sets the secrets of the session.
         *
         * @param value its part of the secret store
         * @return this builder
         */
        public Builder secrets(ScopedSecrets value) {
            this.secrets = value;
            return this;
        }

        /**
         * Sets how to ask the user; nobody is there unless this is called.
         *
         * @param value the interaction
         * @return this builder
         */
        public Builder interaction(UserInteraction value) {
            this.interaction = value;
            return this;
        }

        /**
         * Sets when to give up.
         *
         * @param value the moment
         * @return this builder
         */
        public Builder deadline(Instant value) {
            this.deadline = value;
            return this;
        }

        /**
         * Sets where the sessions come from that this one hangs on.
         *
         * @param value finds them by id
         * @return this builder
         */
        public Builder parents(Function<SessionId, ParentSession> value) {
            this.parents = value;
            return this;
        }

        /**
         * Sets where integrations and their logins come from.
         *
         * @param value finds them by id
         * @return this builder
         */
        public Builder logins(Function<IntegrationId, IntegrationLogin> value) {
            this.logins = value;
            return this;
        }

        /**
         * Sets where SAML assertions come from.
         *
         * @param value gets them
         * @return this builder
         */
        public Builder assertions(Assertions value) {
            this.assertions = value;
            return this;
        }

        /**
         * Returns the context.
         *
         * @return a new, immutable context
         */
        public IssueContext build() {
            return new IssueContext(this);
        }
    }
}

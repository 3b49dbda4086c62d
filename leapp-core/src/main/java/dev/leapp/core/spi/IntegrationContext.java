package dev.leapp.core.spi;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.port.UserInteraction;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an integration's provider gets to work with. Immutable; belongs to one call.
 *
 * @since 0.1
 */
public final class IntegrationContext {

    private final Integration integration;
    private final ScopedSecrets secrets;
    private final UserInteraction interaction;
    private final Instant deadline;
    private final LoginFlow flow;

    private IntegrationContext(Builder builder) {
        this.integration = builder.integration;
        this.secrets = Objects.requireNonNull(builder.secrets, "secrets");
        this.interaction = builder.interaction;
        this.deadline = Objects.requireNonNull(builder.deadline, "deadline");
        this.flow = builder.flow;
    }

    /**
     * Starts a context; secrets and deadline must be set.
     *
     * @param integration for which integration
     * @return a new builder
     */
    public static Builder builder(Integration integration) {
        return new Builder(integration);
    }

    /**
     * Returns how the integration is defined.
     *
     * @return the integration
     */
    public Integration integration() {
        return integration;
    }

    /**
     * Returns the secrets that all integrations of the type share, such as a client's registration. The login is not among them.
     *
     * @return their part of the secret store
     */
    public ScopedSecrets secrets() {
        return secrets;
    }

    /**
     * Returns how to ask and tell the user.
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
     * Returns how the user wants to log in.
     *
     * @return the flow
     */
    public LoginFlow flow() {
        return flow;
    }

    /**
     * Collects the parts of an {@link IntegrationContext}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Integration integration;
        private @Nullable ScopedSecrets secrets;
        private UserInteraction interaction = UserInteraction.nonInteractive();
        private @Nullable Instant deadline;
        private LoginFlow flow = LoginFlow.AUTO;

        private Builder(Integration integration) {
            this.integration = integration;
        }

        /**
         * Sets the secrets that all integrations of the type share.
         *
         * @param value their part of the secret store
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
         * Sets how the user wants to log in; {@link LoginFlow#AUTO} unless this is called.
         *
         * @param value the flow
         * @return this builder
         */
        public Builder flow(LoginFlow value) {
            this.flow = value;
            return this;
        }

        /**
         * Returns the context.
         *
         * @return a new, immutable context
         */
        public IntegrationContext build() {
            return new IntegrationContext(this);
        }
    }
}

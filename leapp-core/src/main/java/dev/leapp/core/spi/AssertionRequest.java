package dev.leapp.core.spi;

import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Session;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which assertion is wanted. Immutable; belongs to one call.
 *
 * @since 0.1
 */
public final class AssertionRequest {

    private final Session session;
    private final URI idpUrl;
    private final List<String> recipients;
    private final UserInteraction interaction;
    private final Instant deadline;

    private AssertionRequest(Builder builder) {
        this.session = builder.session;
        this.idpUrl = builder.idpUrl;
        this.recipients = List.copyOf(builder.recipients);
        this.interaction = builder.interaction;
        this.deadline = Objects.requireNonNull(builder.deadline, "deadline");
    }

    /**
     * Starts a request; the deadline must be set.
     *
     * @param session for which session
     * @param idpUrl where the identity provider begins the login
     * @return a new builder
     */
    public static Builder builder(Session session, URI idpUrl) {
        return new Builder(session, idpUrl);
    }

    /**
     * Returns for which session the assertion is.
     *
     * @return the session
     */
    public Session session() {
        return session;
    }

    /**
     * Returns where the identity provider begins the login.
     *
     * @return an {@code http} or {@code https} URL
     */
    public URI idpUrl() {
        return idpUrl;
    }

    /**
     * Returns the hosts that the identity provider may post the assertion to, each with the hosts below it. A source that sees the
     * request takes the assertion from it, and sends none to these hosts.
     *
     * @return an unmodifiable list of host names in lower case
     */
    public List<String> recipients() {
        return recipients;
    }

    /**
     * Returns how to tell the user.
     *
     * @return the interaction; its {@link UserInteraction#isInteractive()} says whether a window makes sense
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

    /** Collects the parts of an {@link AssertionRequest}. Not thread-safe. */
    public static final class Builder {
        private final Session session;
        private final URI idpUrl;
        private List<String> recipients = List.of();
        private UserInteraction interaction = UserInteraction.nonInteractive();
        private @Nullable Instant deadline;

        private Builder(Session session, URI idpUrl) {
            this.session = session;
            this.idpUrl = idpUrl;
        }

        /**
         * Sets the hosts that the identity provider may post the assertion to, each with the hosts below it.
         *
         * @param hosts host names in lower case
         * @return this builder
         */
        public Builder recipients(List<String> hosts) {
            this.recipients = hosts;
            return this;
        }

        /**
         * Sets how to tell the user; nobody is there unless this is called.
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
         * Returns the request.
         *
         * @return a new, immutable request
         */
        public AssertionRequest build() {
            return new AssertionRequest(this);
        }
    }
}

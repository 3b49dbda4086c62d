package dev.leapp.core.spi;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider chain gets to publish. Immutable; belongs to one call.
 *
 * @since 0.1
 */
public final class Publication {

    private final Session session;
    private final Credentials credentials;
    private final AttemptId attempt;
    private final String profileName;
    private final boolean takeover;
    private final @Nullable Receipt earlier;
    private final ScopedSecrets kept;
    private final ReceiptJournal journal;

    private Publication(Builder builder) {
        this.session = builder.session;
        this.credentials = builder.credentials;
        this.attempt = builder.attempt;
        this.profileName = builder.profileName;
        this.takeover = builder.takeover;
        this.earlier = builder.earlier;
        this.kept = Objects.requireNonNull(builder.kept, "kept");
        this.journal = Objects.requireNonNull(builder.journal, "journal");
    }

    /**
     * Starts a publication; kept secrets and journal must be set.
     *
     * @param session whose credentials
     * @param credentials what to publish
     * @param attempt by which attempt
     * @return a new builder
     */
    public static Builder builder(Session session, Credentials credentials, AttemptId attempt) {
        return new Builder(session, credentials, attempt);
    }

    /**
     * Returns whose credentials are published.
     *
     * @return the session
     */
    public Session session() {
        return session;
    }

    /**
     * Returns what to publish.
     *
     * @return the credentials
     */
    public Credentials credentials() {
        return credentials;
    }

    /**
     * Returns by which attempt; goes into the receipt.
     *
     * @return the attempt
     */
    public AttemptId attempt() {
        return attempt;
    }

    /**
     * Returns the named profile to publish under.
     *
     * @return the profile's name, {@code default} if the session has none
     */
    public String profileName() {
        return profileName;
    }

    /**
     * Tells whether a place that Leapp didn't write may be taken over.
     *
     * @return whether it may
     */
    public boolean takeover() {
        return takeover;
    }

    /**
     * Returns what is published for this session already.
     *
     * @return the receipt, empty on a first start
     */
    public Optional<Receipt> earlier() {
        return Optional.ofNullable(earlier);
    }

    /**
     * Returns where to keep what stood there before, because it may be long-term keys. Only accounts that the chain has
     * {@linkplain ProviderChainDescriptor#secretAccounts() declared} may be used.
     *
     * @return the session's part of the secret store
     */
    public ScopedSecrets kept() {
        return kept;
    }

    /**
     * Returns where to record the receipt.
     *
     * @return the journal
     */
    public ReceiptJournal journal() {
        return journal;
    }

    /** Collects the parts of a {@link Publication}. Not thread-safe. */
    public static final class Builder {
        private final Session session;
        private final Credentials credentials;
        private final AttemptId attempt;
        private String profileName = "default";
        private boolean takeover;
        private @Nullable Receipt earlier;
        private @Nullable ScopedSecrets kept;
        private @Nullable ReceiptJournal journal;

        private Builder(Session session, Credentials credentials, AttemptId attempt) {
            this.session = session;
            this.credentials = credentials;
            this.attempt = attempt;
        }

        /**
         * Sets the named profile.
         *
         * @param value the profile's name
         * @return this builder
         */
        public Builder profileName(String value) {
            this.profileName = value;
            return this;
        }

        /**
         * Sets whether a place that Leapp didn't write may be taken over.
         *
         * @param value whether it may
         * @return this builder
         */
        public Builder takeover(boolean value) {
            this.takeover = value;
            return this;
        }

        /**
         * Sets what is published already.
         *
         * @param value the receipt, or null
         * @return this builder
         */
        public Builder earlier(@Nullable Receipt value) {
            this.earlier = value;
            return this;
        }

        /**
         * Sets where to keep what stood there before.
         *
         * @param value the session's part of the secret store
         * @return this builder
         */
        public Builder kept(ScopedSecrets value) {
            this.kept = value;
            return this;
        }

        /**
         * Sets where to record the receipt.
         *
         * @param value the journal
         * @return this builder
         */
        public Builder journal(ReceiptJournal value) {
            this.journal = value;
            return this;
        }

        /**
         * Returns the publication.
         *
         * @return a new, immutable publication
         */
        public Publication build() {
            return new Publication(this);
        }
    }
}

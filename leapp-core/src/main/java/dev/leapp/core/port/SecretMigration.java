package dev.leapp.core.port;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of moving a workspace's secrets to another store. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SecretMigration {

    private final String to;
    private final @Nullable String from;
    private final Set<SecretName> moved;
    private final int leftoversDeleted;
    private final @Nullable String copiesKept;

    private SecretMigration(Builder builder) {
        this.to = builder.to;
        this.from = builder.from;
        this.moved = Set.copyOf(builder.moved);
        this.leftoversDeleted = builder.leftoversDeleted;
        this.copiesKept = builder.copiesKept;
    }

    /**
     * Starts a result, of a migration that had nothing to do.
     *
     * @param to the id of the store that is used now
     * @return a new builder
     */
    public static Builder builder(String to) {
        return new Builder(to);
    }

    /**
     * Returns the store that is used now.
     *
     * @return its id
     */
    public String to() {
        return to;
    }

    /**
     * Returns the store that was used until now. It is the same as {@link #to()} if the encrypted file got another key.
     *
     * @return its id, empty if none was chosen, or the wanted one was used already
     */
    public Optional<String> from() {
        return Optional.ofNullable(from);
    }

    /**
     * Returns what was copied to the other store and could be read back there. The copies in the store that was left are deleted,
     * unless {@link #copiesKept()} says otherwise. Nothing is copied when the encrypted file gets another key.
     *
     * @return the names of the secrets, an unmodifiable set in no order
     */
    public Set<SecretName> moved() {
        return moved;
    }

    /**
     * Returns how many old copies were deleted that an earlier, interrupted migration had left.
     *
     * @return a number of secrets
     */
    public int leftoversDeleted() {
        return leftoversDeleted;
    }

    /**
     * Returns why the copies in the store that was left were not deleted.
     *
     * @return a reason for people, empty if they were deleted, or there were none
     */
    public Optional<String> copiesKept() {
        return Optional.ofNullable(copiesKept);
    }

    @Override
    public String toString() {
        return "SecretMigration[" + from().orElse("none") + " to " + to + ", " + moved.size() + " moved]";
    }

    /** Collects the parts of a {@link SecretMigration}. Not thread-safe. */
    public static final class Builder {

        private final String to;
        private @Nullable String from;
        private Set<SecretName> moved = Set.of();
        private int leftoversDeleted;
        private @Nullable String copiesKept;

        private Builder(String to) {
            this.to = to;
        }

        /**
         * Sets the store that was left.
         *
         * @param store its id
         * @return this builder
         */
        public Builder from(String store) {
            this.from = store;
            return this;
        }

        /**
         * Sets what was moved.
         *
         * @param names the names of the secrets
         * @return this builder
         */
        public Builder moved(Set<SecretName> names) {
            this.moved = names;
            return this;
        }

        /**
         * Sets how many copies of an earlier migration were deleted.
         *
         * @param count a number of secrets
         * @return this builder
         */
        public Builder leftoversDeleted(int count) {
            this.leftoversDeleted = count;
            return this;
        }

        /**
         * Sets why the old copies were kept.
         *
         * @param reason a reason for people, or null if they were not
         * @return this builder
         */
        public Builder copiesKept(@Nullable String reason) {
            this.copiesKept = reason;
            return this;
        }

        /**
         * Returns the result.
         *
         * @return a new, immutable result
         */
        public SecretMigration build() {
            return new SecretMigration(this);
        }
    }
}

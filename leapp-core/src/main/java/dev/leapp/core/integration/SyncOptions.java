package dev.leapp.core.integration;

import java.util.List;

/**
 * How to sync. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SyncOptions {

    private final SyncFilter filter;
    private final boolean prune;
    private final boolean afresh;

    private SyncOptions(Builder builder) {
        this.filter = new SyncFilter(builder.accounts, builder.roles);
        this.prune = builder.prune;
        this.afresh = builder.afresh;
    }

    /**
     * Returns the usual options: all accounts and roles, nothing is deleted, an interrupted listing is taken up again.
     *
     * @return the options
     */
    public static SyncOptions usual() {
        return builder().build();
    }

    /**
     * Starts the usual options.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what is to be listed.
     *
     * @return the filter
     */
    public SyncFilter filter() {
        return filter;
    }

    /**
     * Tells whether sessions that are gone upstream are deleted, with those that hang on them.
     *
     * @return whether; else they are marked as orphaned
     */
    public boolean prune() {
        return prune;
    }

    /**
     * Tells whether what an interrupted listing has found so far is thrown away.
     *
     * @return whether to begin anew
     */
    public boolean afresh() {
        return afresh;
    }

    @Override
    public String toString() {
        return "SyncOptions[" + filter + (prune ? ", prune" : "") + (afresh ? ", afresh]" : "]");
    }

    /**
     * Collects the parts of {@link SyncOptions}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private List<String> accounts = List.of();
        private List<String> roles = List.of();
        private boolean prune;
        private boolean afresh;

        private Builder() {}

        /**
         * Lists some accounts only.
         *
         * @param globs each is compared with an account's id and name, in any case; {@code *} stands for any characters
         * @return this builder
         */
        public Builder accounts(List<String> globs) {
            this.accounts = List.copyOf(globs);
            return this;
        }

        /**
         * Takes some roles only.
         *
         * @param globs each is compared with a role's name, in any case; {@code *} stands for any characters
         * @return this builder
         */
        public Builder roles(List<String> globs) {
            this.roles = List.copyOf(globs);
            return this;
        }

        /**
         * Deletes what is gone upstream.
         *
         * @param value whether
         * @return this builder
         */
        public Builder prune(boolean value) {
            this.prune = value;
            return this;
        }

        /**
         * Throws away what an interrupted listing has found.
         *
         * @param value whether
         * @return this builder
         */
        public Builder afresh(boolean value) {
            this.afresh = value;
            return this;
        }

        /**
         * Returns the options.
         *
         * @return new, immutable options
         */
        public SyncOptions build() {
            return new SyncOptions(this);
        }
    }
}

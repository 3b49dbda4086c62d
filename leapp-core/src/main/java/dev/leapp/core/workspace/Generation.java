package dev.leapp.core.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An older state of the workspace that was kept. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Generation {

    private final long number;
    private final Instant writtenAt;
    private final String format;
    private final Path path;
    private final int sessions;
    private final String reason;
    private final @Nullable String problem;

    private Generation(Builder builder, int sessions, String reason, @Nullable String problem) {
        this.number = builder.number;
        this.writtenAt = builder.writtenAt;
        this.format = builder.format;
        this.path = builder.path;
        this.sessions = sessions;
        this.reason = reason;
        this.problem = problem;
    }

    /**
     * Starts a generation.
     *
     * @param number its number; later ones have higher numbers
     * @param writtenAt when it was written
     * @param format {@link WorkspaceFile#SEALED} or {@link WorkspaceFile#LEAPP}
     * @param path where it lies
     * @return a new builder
     */
    public static Builder builder(long number, Instant writtenAt, String format, Path path) {
        return new Builder(number, writtenAt, format, path);
    }

    /**
     * Returns its number.
     *
     * @return a number that grows from generation to generation
     */
    public long number() {
        return number;
    }

    /**
     * Returns when it was written.
     *
     * @return the moment, to the second
     */
    public Instant writtenAt() {
        return writtenAt;
    }

    /**
     * Returns its format.
     *
     * @return {@link WorkspaceFile#SEALED} or {@link WorkspaceFile#LEAPP}
     */
    public String format() {
        return format;
    }

    /**
     * Returns where it lies.
     *
     * @return the path of the file
     */
    public Path path() {
        return path;
    }

    /**
     * Returns how many sessions it has.
     *
     * @return a count, empty if it can't be opened here
     */
    public OptionalInt sessions() {
        return problem == null ? OptionalInt.of(sessions) : OptionalInt.empty();
    }

    /**
     * Returns what was changed last before it was kept.
     *
     * @return a few words, empty if that is not known
     */
    public Optional<String> reason() {
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    /**
     * Returns why it can't be opened here.
     *
     * @return the reason, empty if it can
     */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public String toString() {
        return "generation " + number + " of " + writtenAt;
    }

    /** Collects the parts of a {@link Generation}. Not thread-safe. */
    public static final class Builder {

        private final long number;
        private final Instant writtenAt;
        private final String format;
        private final Path path;

        private Builder(long number, Instant writtenAt, String format, Path path) {
            this.number = number;
            this.writtenAt = writtenAt;
            this.format = format;
            this.path = path;
        }

        /**
         * Returns a generation that opens here.
         *
         * @param sessions how many sessions it has
         * @param reason what was changed last, empty if that is not known
         * @return a new generation
         */
        public Generation opened(int sessions, String reason) {
            return new Generation(this, sessions, reason, null);
        }

        /**
         * Returns a generation that does not open here.
         *
         * @param problem why not
         * @return a new generation
         */
        public Generation unopened(String problem) {
            return new Generation(this, 0, "", problem);
        }
    }
}

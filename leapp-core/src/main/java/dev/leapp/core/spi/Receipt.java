package dev.leapp.core.spi;

import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.SessionId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a chain published, or was about to, and what it needs to know to take it back. Holds digests and places, never a secret.
 * Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Receipt {

    private final String chain;
    private final SessionId session;
    private final AttemptId attempt;
    private final List<Change> changes;

    /**
     * Creates a receipt.
     *
     * @param chain the id of the chain that publishes
     * @param session whose credentials
     * @param attempt by which attempt
     * @param changes what is changed, in the order of writing
     */
    public Receipt(String chain, SessionId session, AttemptId attempt, List<Change> changes) {
        this.chain = chain;
        this.session = session;
        this.attempt = attempt;
        this.changes = List.copyOf(changes);
    }

    /**
     * Returns the id of the chain that publishes.
     *
     * @return the chain's id
     */
    public String chain() {
        return chain;
    }

    /**
     * Returns whose credentials were published.
     *
     * @return the session's id
     */
    public SessionId session() {
        return session;
    }

    /**
     * Returns by which attempt.
     *
     * @return the attempt
     */
    public AttemptId attempt() {
        return attempt;
    }

    /**
     * Returns what is changed.
     *
     * @return an unmodifiable list in the order of writing
     */
    public List<Change> changes() {
        return changes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Receipt that
                && chain.equals(that.chain)
                && session.equals(that.session)
                && attempt.equals(that.attempt)
                && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return session.hashCode() * 31 + changes.hashCode();
    }

    @Override
    public String toString() {
        return "Receipt[" + chain + ", " + session + ", " + changes.size() + " changes]";
    }

    /**
     * One place that is changed.
     *
     * @param file the file
     * @param place where in the file, such as a section's name; may be empty
     * @param facts what the chain needs to take it back: digests, how it stood before; never a secret
     */
    public record Change(Path file, String place, Map<String, String> facts) {

        /**
         * Copies the facts.
         *
         * @param file the file
         * @param place where in the file
         * @param facts what the chain needs to take it back
         */
        public Change {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }

        /**
         * Returns a fact.
         *
         * @param name its name
         * @return its value, empty if it is not there
         */
        public Optional<String> fact(String name) {
            return Optional.ofNullable(facts.get(name));
        }
    }
}

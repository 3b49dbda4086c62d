package dev.leapp.core.integration;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sync does to the workspace, or would do. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SyncPlan {

    /**
     * A session that was not there.
     *
     * @param session the session
     * @param profile the name of its named profile, empty if it has none
     * @param notes what the user should know of it: a name that was taken, such as
     * @since 0.1
     */
    public record Added(Session session, String profile, List<String> notes) {

        /**
         * Copies the notes.
         *
         * @param session the session
         * @param profile the name of its named profile
         * @param notes what the user should know of it
         */
        public Added {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A session of which upstream tells something else now.
     *
     * @param before as it was
     * @param after as it is
     * @param changes what changed, one line for each, such as {@code name: old -> new}
     * @since 0.1
     */
    public record Changed(Session before, Session after, List<String> changes) {

        /**
         * Copies the changes.
         *
         * @param before as it was
         * @param after as it is
         * @param changes what changed
         */
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A session that a completed listing no longer has.
     *
     * @param session the session
     * @param dependents all that hang on it, directly or not
     * @param newly whether it was there until now
     * @param deleted whether it is deleted, with its dependents; else it is marked as orphaned
     * @since 0.1
     */
    public record Gone(Session session, List<Session> dependents, boolean newly, boolean deleted) {

        /**
         * Copies the dependents.
         *
         * @param session the session
         * @param dependents all that hang on it
         * @param newly whether it was there until now
         * @param deleted whether it is deleted
         */
        public Gone {
            dependents = List.copyOf(dependents);
        }
    }

    private final Listing listing;
    private final List<Added> added;
    private final List<Changed> changed;
    private final List<Gone> gone;
    private final int unchanged;

    /**
     * Creates a plan.
     *
     * @param listing what it comes from
     * @param added what was not there
     * @param changed what is told otherwise now
     * @param gone what is no longer there
     * @param unchanged how many sessions stay as they are
     */
    public SyncPlan(Listing listing, List<Added> added, List<Changed> changed, List<Gone> gone, int unchanged) {
        this.listing = listing;
        this.added = List.copyOf(added);
        this.changed = List.copyOf(changed);
        this.gone = List.copyOf(gone);
        this.unchanged = unchanged;
    }

    /**
     * Returns what it comes from.
     *
     * @return the listing
     */
    public Listing listing() {
        return listing;
    }

    /**
     * Returns what was not there.
     *
     * @return an unmodifiable list
     */
    public List<Added> added() {
        return added;
    }

    /**
     * Returns what is told otherwise now; also what was orphaned and is back.
     *
     * @return an unmodifiable list
     */
    public List<Changed> changed() {
        return changed;
    }

    /**
     * Returns what is no longer there.
     *
     * @return an unmodifiable list
     */
    public List<Gone> gone() {
        return gone;
    }

    /**
     * Returns which sessions are deleted: those that are gone, and those that hang on them.
     *
     * @return an unmodifiable set of their ids
     */
    public Set<SessionId> deleted() {
        return gone.stream()
                .filter(Gone::deleted)
                .flatMap(each -> Stream.concat(Stream.of(each.session()), each.dependents().stream()))
                .map(Session::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns how many sessions stay as they are.
     *
     * @return a number of sessions of the integration
     */
    public int unchanged() {
        return unchanged;
    }

    /**
     * Tells whether the workspace stays as it is.
     *
     * @return whether nothing is added, changed, newly gone or deleted
     */
    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && gone.stream().noneMatch(each -> each.newly() || each.deleted());
    }

    @Override
    public String toString() {
        return "SyncPlan[" + added.size() + " added, " + changed.size() + " changed, " + gone.size() + " gone]";
    }
}

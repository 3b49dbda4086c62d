package dev.leapp.core.port;

import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a workspace is kept: a file under a lock, or a remote store with compare-and-set. Thread-safe, and safe among processes.
 *
 * @since 0.1
 */
public interface WorkspaceRepository {

    /**
     * Returns the newest state. Reading writes nothing; where nothing was ever kept, the empty workspace with the profile
     * {@code default} is returned.
     *
     * @return the state
     * @throws dev.leapp.core.error.WorkspaceException if it can't be read; what is there is left as it is
     */
    Snapshot read();

    /**
     * Reads it as {@link #read} does, but only if that asks nobody: no user, no keychain. For what must not disturb, such as a shell's
     * prompt.
     *
     * @return what it is now, empty if somebody would have to be asked
     * @throws dev.leapp.core.error.WorkspaceException if it can't be read
     */
    default Optional<Snapshot> readUnasked() {
        return Optional.of(read());
    }

    /**
     * Changes the newest state, as one transaction: nobody else's change is lost, and after a crash either the old or the new state
     * is there. An update whose next state equals the former writes nothing.
     *
     * @param <R> what the change tells its caller
     * @param change makes the next state; pure, because it runs again on a conflict. What it throws is passed on, and nothing is
     *     written.
     * @return what the change told
     * @throws dev.leapp.core.error.WorkspaceException if the state can't be read or written; what is there is left as it is
     */
    <R> R update(Function<Snapshot, Update<R>> change);

    /**
     * Checks that an update would be written as far as that can be known, before something is done that can't be undone if it is not.
     * Changes nothing.
     *
     * @implSpec Checks nothing.
     * @throws dev.leapp.core.error.WorkspaceException if an update would fail
     */
    default void requireWritable() {}

    /**
     * Returns where the workspace is kept, for people.
     *
     * @return a path or a URI
     */
    String location();
}

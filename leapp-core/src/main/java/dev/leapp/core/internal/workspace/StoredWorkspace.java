package dev.leapp.core.internal.workspace;

import dev.leapp.core.workspace.Snapshot;

/** A workspace as it was loaded; it knows how its next state is written. */
interface StoredWorkspace {

    WorkspaceFormat format();

    Snapshot snapshot();

    /** Returns how often it had been written when this was, 0 where the format does not say. */
    default long generation() {
        return 0;
    }

    /** Returns what its last change was, empty where the format does not say. */
    default String reason() {
        return "";
    }

    /** Returns the bytes of a file that holds it, other ones each time; none if it was never written. */
    byte[] bytes();

    /**
     * Returns the workspace with another snapshot; what this version does not know stays.
     *
     * @throws dev.leapp.core.error.WorkspaceException if the format can't hold it
     */
    StoredWorkspace next(Snapshot next, long generation, String reason);
}

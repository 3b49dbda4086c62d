package dev.leapp.core.workspace;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workspace and the states of its sessions at one moment. Definitions and states are kept apart, so that a shared repository can
 * keep states local. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Snapshot {

    private final Workspace workspace;
    private final Map<SessionId, SessionState> states;

    /**
     * Joins a workspace and states. Inactive states, and states of sessions that the workspace lacks, are dropped.
     *
     * @param workspace the definitions
     * @param states the states by session
     */
    public Snapshot(Workspace workspace, Map<SessionId, SessionState> states) {
        this.workspace = workspace;
        Map<SessionId, SessionState> kept = new LinkedHashMap<>();
        for (Session session : workspace.sessions()) {
            SessionState state = states.get(session.id());
            if (state != null && !(state instanceof SessionState.Inactive)) {
                kept.put(session.id(), state);
            }
        }
        this.states = Collections.unmodifiableMap(kept);
    }

    /**
     * Returns the definitions.
     *
     * @return the workspace
     */
    public Workspace workspace() {
        return workspace;
    }

    /**
     * Returns the states that are not inactive.
     *
     * @return an unmodifiable map
     */
    public Map<SessionId, SessionState> states() {
        return states;
    }

    /**
     * Returns the state of a session.
     *
     * @param id the session
     * @return its state, inactive if nothing is known of it
     */
    public SessionState state(SessionId id) {
        return states.getOrDefault(id, SessionState.inactive());
    }

    /**
     * Returns a snapshot with another workspace.
     *
     * @param next the definitions
     * @return a new snapshot
     */
    public Snapshot with(Workspace next) {
        return new Snapshot(next, states);
    }

    /**
     * Returns a snapshot with another state of one session.
     *
     * @param id the session
     * @param state its state
     * @return a new snapshot
     */
    public Snapshot with(SessionId id, SessionState state) {
        Map<SessionId, SessionState> next = new LinkedHashMap<>(states);
        next.put(id, state);
        return new Snapshot(workspace, next);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Snapshot that && workspace.equals(that.workspace) && states.equals(that.states);
    }

    @Override
    public int hashCode() {
        return workspace.hashCode() * 31 + states.hashCode();
    }

    @Override
    public String toString() {
        return "Snapshot[" + workspace + ", " + states.size() + " not inactive]";
    }
}

package dev.leapp.core.session;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as it stands at one moment. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SessionView {

    private final Session session;
    private final SessionState state;
    private final SessionStatus status;
    private final @Nullable String profileName;
    private final @Nullable Standing standing;

    /**
     * Joins what is known of a session.
     *
     * @param session its definition
     * @param state its stored state
     * @param status what that means now
     * @param profileName the name of its named profile, or null where it has none
     */
    public SessionView(Session session, SessionState state, SessionStatus status, @Nullable String profileName) {
        this(session, state, status, profileName, null);
    }

    private SessionView(
            Session session,
            SessionState state,
            SessionStatus status,
            @Nullable String profileName,
            @Nullable Standing standing) {
        this.session = session;
        this.state = state;
        this.status = status;
        this.profileName = profileName;
        this.standing = standing;
    }

    /**
     * Returns a view that also tells what stands of what the session made available.
     *
     * @param value what stands of it
     * @return a new view
     */
    public SessionView withStanding(Standing value) {
        return new SessionView(session, state, status, profileName, value);
    }

    /**
     * Returns the definition.
     *
     * @return the session
     */
    public Session session() {
        return session;
    }

    /**
     * Returns the stored state.
     *
     * @return the state
     */
    public SessionState state() {
        return state;
    }

    /**
     * Returns what the state means now.
     *
     * @return the status
     */
    public SessionStatus status() {
        return status;
    }

    /**
     * Returns the name of its named profile.
     *
     * @return the name, empty where it has none
     */
    public Optional<String> profileName() {
        return Optional.ofNullable(profileName);
    }

    /**
     * Returns when what was handed over expires.
     *
     * @return the moment; empty if it is not active or the expiry is not known
     */
    public Optional<Instant> expiresAt() {
        return state instanceof SessionState.Active active ? active.expiresAt() : Optional.empty();
    }

    /**
     * Returns when the session ends, or has ended, by itself.
     *
     * @return the end of its lease; empty if it is not active, or lasts until it is stopped
     */
    public Optional<Instant> leasedUntil() {
        if (state instanceof SessionState.LeaseOver over) {
            return Optional.of(over.endedAt());
        }
        return state instanceof SessionState.Active active ? active.leasedUntil() : Optional.empty();
    }

    /**
     * Returns why the last rotation failed.
     *
     * @return the failure, empty if there was none
     */
    public Optional<Failure> lastFailure() {
        return state instanceof SessionState.Active active ? active.lastFailure() : Optional.empty();
    }

    /**
     * Returns what really stands in the cloud's own files of what the session made available.
     *
     * @return what stands of it, empty if the session is not active
     */
    public Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    @Override
    public String toString() {
        return session.name() + " (" + status + ")";
    }
}

package dev.leapp.core.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import java.util.List;
import java.util.Optional;

/**
 * The sessions of a workspace and what can be done with them: <em>start</em> makes temporary credentials available to the provider
 * chain, <em>stop</em> removes them, <em>rotate</em> replaces them.
 *
 * <p>Thread-safe, and safe among processes that share a workspace. Starting, rotating and asking for credentials may block on the
 * network and on the user; no workspace lock is held meanwhile, and a stop never waits for them. Everything throws
 * {@link dev.leapp.core.error.WorkspaceException} if the workspace can't be read or written.
 *
 * @since 0.1
 */
public interface Sessions {

    /**
     * Returns all sessions in the order they were added. Touches no secret store and writes nothing.
     *
     * @return the sessions as they stand now
     */
    List<SessionView> list();

    /**
     * Returns all sessions as {@link #list()} does, but asks nobody, for what must be quick and must not disturb, such as a shell's prompt
     * and completion: no user, no keychain, no lock, and nothing is looked at but the workspace. So no view has a standing, and the
     * remains of a start that died may read as pending or inactive.
     *
     * @return the sessions, empty if the workspace opens only by asking somebody
     */
    Optional<List<SessionView>> glance();

    /**
     * Returns one session.
     *
     * @param id its id
     * @return the session as it stands now
     * @throws dev.leapp.core.error.SessionException if there is none
     */
    SessionView get(SessionId id);

    /**
     * Finds the session that a user means.
     *
     * @param reference its id, a unique beginning of its id (at least 4 characters), or its name
     * @return the session as it stands now
     * @throws dev.leapp.core.error.SessionException if there is none, or if several fit; then the message lists them
     */
    SessionView find(String reference);

    /**
     * Finds the definition of the session that a user means. Unlike {@link #find} it looks at nothing but the workspace: neither at what
     * the session has made available nor at any plug-in.
     *
     * @param reference its id, a unique beginning of its id (at least 4 characters), or its name
     * @return the session
     * @throws dev.leapp.core.error.SessionException if there is none, or if several fit; then the message lists them
     */
    Session definition(String reference);

    /**
     * Adds a session. Its secrets go to the secret store first, which is chosen now if none was.
     *
     * @param session what the user gave
     * @return the new session, inactive
     * @throws dev.leapp.core.error.LeappException if no plug-in provides the type, a value is missing or malformed, or the secret
     *     store can't be used; then nothing was added
     */
    Session add(NewSession session);

    /**
     * Changes a session. An active one is stopped, changed, and started again, unless only its name and tags change.
     *
     * @param id its id
     * @param edit what changes
     * @return the session as it stands now
     * @throws dev.leapp.core.error.LeappException if there is none or a value is malformed (nothing was changed then), or if it was
     *     changed but could not be started again
     */
    SessionView edit(SessionId id, SessionEdit edit);

    /**
     * Returns the sessions that hang on a session, directly or not.
     *
     * @param id its id
     * @return the sessions that would go with it
     */
    List<Session> dependents(SessionId id);

    /**
     * Removes a session with its secrets and cached credentials; active ones are stopped first.
     *
     * @param id its id
     * @param cascade whether the sessions that hang on it go too
     * @return all sessions that went
     * @throws dev.leapp.core.error.SessionException if there is none, or others hang on it and {@code cascade} is false
     */
    List<Session> delete(SessionId id, boolean cascade);

    /**
     * Makes temporary credentials available. A session that is active and has not expired stays as it is. If it fails, nothing is
     * left in the provider chain.
     *
     * @param id its id
     * @param options what it may do to what is in its way
     * @return the session as it stands now
     * @throws dev.leapp.core.error.LeappException if it can't be started, saying why
     */
    SessionView start(SessionId id, StartOptions options);

    /**
     * Removes what a start made available, also after a crash. Never waits for an attempt under way; that attempt ends by itself.
     * A session that is not active stays as it is.
     *
     * @param id its id
     * @return the session as it stands now
     * @throws dev.leapp.core.error.LeappException if something could not be removed
     */
    SessionView stop(SessionId id);

    /**
     * Replaces the credentials of an active session by new ones. If issuing fails, the old ones stay until they expire, and the
     * failure is shown by {@link #list()}.
     *
     * @param id its id
     * @return the session as it stands now
     * @throws dev.leapp.core.error.LeappException if it is not active or can't be rotated, saying why
     */
    SessionView rotate(SessionId id);

    /**
     * Does with a session what a plug-in brings, such as {@code rotate-key}; {@link dev.leapp.core.spi.Plugins#sessionActions} tells
     * what there is. No credentials are issued for the session meanwhile, and what was cached is forgotten. May block on the network
     * and on the user.
     *
     * @param id its id
     * @param action the action's id
     * @return what was done, one line for the user
     * @throws dev.leapp.core.error.LeappException if there is no such session or action, or it can't be done; what was begun, the same
     *     call completes later
     */
    String act(SessionId id, String action);

    /**
     * Returns credentials of a session, from the cache while they are fresh. Works for inactive sessions too; makes nothing
     * available to a provider chain. Callers that ask for the same at once, in any number of processes, cause one call upstream.
     *
     * <p>When they are not fresh any more, but valid for as long as was asked for, one caller refreshes them (or a thread of
     * {@code Leapp.Builder.refreshOn}), and all others are served what is there. If that fails, it is tried again ever later, and they
     * are served until they expire. With nothing left to serve, callers that come soon after a failure fail likewise, without another
     * attempt: up to ten seconds, or up to five minutes after somebody was asked in vain. {@link #start} and {@link #rotate} always try.
     *
     * @param id its id
     * @param request what is asked for
     * @return the credentials
     * @throws dev.leapp.core.error.LeappException if there is no such session or nothing can be issued
     * @throws IllegalStateException if the {@code Leapp} was closed
     */
    Credentials credentials(SessionId id, CredentialRequest request);

    /**
     * Returns credentials of a session if they are at hand: what {@link #credentials} read or issued before, while it needs no refresh.
     * Takes no lock, opens no file and asks nobody, so a thread that must not block may call it; once a second one caller looks whether
     * files have changed. Nothing says little: {@link #credentials} may have some at once.
     *
     * @param id its id
     * @param request what is asked for
     * @return the credentials, or nothing
     * @throws IllegalStateException if the {@code Leapp} was closed
     */
    Optional<Credentials> credentialsAtHand(SessionId id, CredentialRequest request);
}

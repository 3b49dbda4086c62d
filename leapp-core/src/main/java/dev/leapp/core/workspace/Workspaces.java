package dev.leapp.core.workspace;

import dev.leapp.core.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * What can be done with the workspace apart from its sessions' actions. Thread-safe; every change is one transaction on the newest
 * state, so that processes that share a workspace lose nothing of each other's. All methods read or write the workspace file and
 * throw {@link dev.leapp.core.error.WorkspaceException} if it can't be read or written.
 *
 * <p>A reference to a profile or a URL is its id, a unique beginning of its id, or its name.
 *
 * @since 0.1
 */
public interface Workspaces {

    /**
     * Returns the workspace as it stands now.
     *
     * @return the definitions
     */
    Workspace read();

    /**
     * Returns the workspace as {@link #read()} does, but asks nobody: no user, no keychain.
     *
     * @return the definitions, empty if the workspace opens only by asking somebody
     */
    Optional<Workspace> glance();

    /**
     * Returns where the workspace is kept, for people.
     *
     * @return a path or a URI
     */
    String location();

    /**
     * Adds a named profile.
     *
     * @param name its name
     * @return the profile
     * @throws dev.leapp.core.error.LeappException if the name exists already or can't be one
     */
    NamedProfile createProfile(String name);

    /**
     * Renames a profile. Active sessions on it are stopped and started again.
     *
     * @param reference the profile
     * @param name its new name
     * @return the renamed profile
     * @throws dev.leapp.core.error.LeappException if there is no such profile, the name exists or can't be one, or it is the
     *     profile {@code default}
     */
    NamedProfile renameProfile(String reference, String name);

    /**
     * Returns the sessions on a profile.
     *
     * @param reference the profile
     * @return the sessions
     * @throws dev.leapp.core.error.LeappException if there is no such profile
     */
    List<Session> sessionsOnProfile(String reference);

    /**
     * Removes a profile. Its sessions move to the profile {@code default}; active ones are stopped first.
     *
     * @param reference the profile
     * @param move whether to go on if there are sessions on it
     * @return the sessions that moved
     * @throws dev.leapp.core.error.LeappException if there is no such profile, it is the profile {@code default}, or sessions are
     *     on it and {@code move} is false
     */
    List<Session> deleteProfile(String reference, boolean move);

    /**
     * Sets the AWS region of sessions that name none.
     *
     * @param region a region
     * @throws dev.leapp.core.error.LeappException if it does not look like a region
     */
    void setDefaultRegion(String region);

    /**
     * Sets by which provider chain the sessions of a cloud are handed over unless they say otherwise.
     *
     * @param cloudProvider the cloud, such as {@code aws}
     * @param chain the chain's id
     * @throws dev.leapp.core.error.LeappException if no plug-in brings such a chain for that cloud
     */
    void setDefaultChain(String cloudProvider, String chain);

    /**
     * Adds an identity provider URL.
     *
     * @param url the URL
     * @return what was added
     * @throws dev.leapp.core.error.LeappException if it exists already or is not an http(s) URL
     */
    IdpUrl createIdpUrl(String url);

    /**
     * Replaces an identity provider URL; sessions keep referring to it.
     *
     * @param reference the id, a unique beginning of it, or the URL
     * @param url the new URL
     * @return what it is now
     * @throws dev.leapp.core.error.LeappException if there is none, the new one exists or is not an http(s) URL
     */
    IdpUrl editIdpUrl(String reference, String url);

    /**
     * Returns what would go if an identity provider URL were deleted: the sessions that use it, and those that hang on them.
     *
     * @param reference the id, a unique beginning of it, or the URL
     * @return the sessions
     * @throws dev.leapp.core.error.LeappException if there is none
     */
    List<Session> sessionsUsingIdpUrl(String reference);

    /**
     * Removes an identity provider URL, and with it the sessions that use it.
     *
     * @param reference the id, a unique beginning of it, or the URL
     * @param cascade whether to go on if sessions use it
     * @return the sessions that were deleted too
     * @throws dev.leapp.core.error.LeappException if there is none, or sessions use it and {@code cascade} is false
     */
    List<Session> deleteIdpUrl(String reference, boolean cascade);
}

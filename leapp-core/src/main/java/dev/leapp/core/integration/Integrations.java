package dev.leapp.core.integration;

import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import java.util.List;

/**
 * Where sessions come from: who is logged in there, and what may be reached. Thread-safe.
 *
 * <p>The login belongs to the integration, and all its sessions use it. Any number of threads and processes may need one at once: the user
 * is asked once, and everyone is served.
 *
 * @since 0.1
 */
public interface Integrations {

    /**
     * Returns all integrations. Reads the workspace; touches neither the secret store nor the network.
     *
     * @return a list in the order they were added
     */
    List<IntegrationView> list();

    /**
     * Returns an integration. Reads the workspace only.
     *
     * @param reference its id, its alias, or the unambiguous beginning of its id
     * @return the integration
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.CoreErrorCode#INTEGRATION_NOT_FOUND} or
     *     {@link dev.leapp.core.error.CoreErrorCode#AMBIGUOUS_NAME}
     */
    IntegrationView find(String reference);

    /**
     * Creates an integration. Logs nobody in. May ask its provider, and with it the network, to complete what was given.
     *
     * @param integration what to create
     * @return the integration
     * @throws dev.leapp.core.error.LeappException if a value is missing or malformed, the alias is taken, or no plug-in provides the type
     */
    IntegrationView create(NewIntegration integration);

    /**
     * Changes an integration. If its provider says that the login depends on what changed, the login is forgotten.
     *
     * @param id the integration
     * @param edit what to change
     * @return the integration as it is now
     * @throws dev.leapp.core.error.LeappException as {@link #create}
     */
    IntegrationView edit(IntegrationId id, IntegrationEdit edit);

    /**
     * Returns the sessions that would go with an integration: those that come from it, and all that hang on them.
     *
     * @param id the integration
     * @return the sessions
     */
    List<Session> dependents(IntegrationId id);

    /**
     * Logs out, and removes an integration with its secrets.
     *
     * @param id the integration
     * @param cascade whether the sessions that depend on it go too, being stopped before; else they are in the way
     * @return the sessions that went
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.CoreErrorCode#STILL_REFERRED_TO} if sessions depend on
     *     it and {@code cascade} is not given
     */
    List<Session> delete(IntegrationId id, boolean cascade);

    /**
     * Logs the user in, anew even if somebody is logged in; what was cached for another login is forgotten. Blocks on the user and the network, for ten minutes at most; stops when the
     * thread is interrupted. If somebody else is being asked already, waits and takes that login.
     *
     * @param id the integration
     * @param flow how
     * @return whether somebody is logged in now
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.Trouble#LOGIN_NEEDED} if nobody is there to log in
     */
    LoginState login(IntegrationId id, LoginFlow flow);

    /**
     * Logs out: here and upstream. Cached credentials of its sessions are forgotten; sessions stay, and so do credentials that were
     * handed over, until they are stopped or expire. If upstream can't be reached, the login is forgotten here all the same.
     *
     * @param id the integration
     * @return whether anybody was logged in
     */
    boolean logout(IntegrationId id);

    /**
     * Lists what may be reached upstream, logging in first if need be. Writes nothing to the workspace; what was found before an
     * interruption is kept, and taken up by the next call. Blocks on the network, and stops when the thread is interrupted.
     *
     * @param id the integration
     * @param options what to list
     * @return what was found
     * @throws dev.leapp.core.error.LeappException if the accounts could not be listed, or with
     *     {@link dev.leapp.core.error.CoreErrorCode#OVERTAKEN} if others log in all the time meanwhile
     */
    Listing list(IntegrationId id, SyncOptions options);

    /**
     * Says what a listing would change. Writes nothing, and does not use the network.
     *
     * @param listing what was found
     * @param options how to sync
     * @return the plan
     * @throws dev.leapp.core.error.LeappException if no plug-in provides the type of a session in it, or with
     *     {@link dev.leapp.core.error.CoreErrorCode#OVERTAKEN} if the integration leads elsewhere since the listing
     */
    SyncPlan plan(Listing listing, SyncOptions options);

    /**
     * Brings the workspace up to a listing, in one write; none if nothing changes. For when nobody agrees first: with
     * {@link SyncOptions#prune} all goes that is gone as the workspace is then.
     *
     * @param listing what was found
     * @param options how to sync
     * @return what was done
     * @throws dev.leapp.core.error.LeappException as {@link #plan}, and with {@link dev.leapp.core.error.CoreErrorCode#OVERTAKEN} if the
     *     integration leads elsewhere since the listing, or a newer listing was applied and this one would undo some of that
     */
    SyncPlan sync(Listing listing, SyncOptions options);

    /**
     * Brings the workspace up to a plan's listing, in one write; deletes nothing but what the plan deletes. What else changed in the
     * workspace since the plan was made stays.
     *
     * @param agreed what {@link #plan} said, and the user agreed to
     * @param options how to sync
     * @return what was done; it may be less than what was agreed to
     * @throws dev.leapp.core.error.LeappException as {@link #sync(Listing, SyncOptions)}, and with
     *     {@link dev.leapp.core.error.CoreErrorCode#OVERTAKEN} if more sessions would go now; then nothing is done
     */
    SyncPlan sync(SyncPlan agreed, SyncOptions options);

    /**
     * Lists and syncs.
     *
     * @param id the integration
     * @param options how to sync
     * @return what was done
     */
    default SyncPlan sync(IntegrationId id, SyncOptions options) {
        return sync(list(id, options), options);
    }
}

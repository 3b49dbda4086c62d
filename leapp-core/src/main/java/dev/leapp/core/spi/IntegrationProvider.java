package dev.leapp.core.spi;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.SessionType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where sessions come from: it logs the user in upstream, and lists what may be reached there. Who is logged in, where the tokens are
 * kept, that the user is asked once, and what a listing changes is core's business.
 *
 * <p>A login is {@link Credentials} of the kind {@code bearer-token} whose secret {@link #ACCESS_TOKEN} is the access token. What else the
 * provider needs to renew it, such as a refresh token and the client's registration, lies in further secrets and attributes; core keeps them
 * in the secret store as a whole, and nowhere else.
 *
 * @implSpec Thread-safe and without state. Core never calls {@link #login}, {@link #refresh} and {@link #logout} twice at once for the same
 *     integration on one machine, holds no workspace lock meanwhile, and wraps whatever is thrown that is not a
 *     {@link dev.leapp.core.error.LeappException}.
 * @since 0.1
 */
public interface IntegrationProvider {

    /** The name of the secret that is the access token: {@value}. */
    String ACCESS_TOKEN = "accessToken";

    /**
     * The name of the attribute, {@code true} or {@code false}, that says whether {@link #refresh} can renew the login: {@value}.
     */
    String RENEWABLE = "renewable";

    /**
     * Returns which access methods the sessions of such integrations have.
     *
     * @return their types
     */
    Set<SessionType> sessionTypes();

    /**
     * Completes and corrects what a user filled in, before an integration is created or changed: a region that can be found out, a URL in
     * another form. May use the network, for some seconds at most.
     *
     * @implSpec Returns the values as they are.
     * @param values values of the declared fields that passed their checks
     * @return all values to keep
     * @throws dev.leapp.core.error.LeappException if something is missing that can't be found out
     */
    default Map<String, String> complete(Map<String, String> values) {
        return values;
    }

    /**
     * Says whose limit of calls an integration is under.
     *
     * @implSpec There is no limit.
     * @param integration the integration
     * @return the quota, empty if calls are not limited
     */
    default Optional<Quota> quota(Integration integration) {
        return Optional.empty();
    }

    /**
     * Looks for a login that another program has left and that can be used here, such as in the AWS CLI's cache. Asks nobody; no network.
     *
     * @implSpec There is none.
     * @param context the integration and what may be used
     * @return the login, empty if there is none
     */
    default Optional<Credentials> found(IntegrationContext context) {
        return Optional.empty();
    }

    /**
     * Logs the user in. Blocks on the network and on the user, until {@link IntegrationContext#deadline()} at the latest; stops when the
     * thread is interrupted. Whatever it started, such as a listener, has ended when it returns.
     *
     * @param context the integration and what may be used
     * @return the new login
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.Trouble#LOGIN_NEEDED} if nobody is there, with
     *     {@link dev.leapp.core.error.Trouble#CANCELLED} if the user gives up or the thread is interrupted; the message holds no secret
     */
    Credentials login(IntegrationContext context);

    /**
     * Renews a login without the user. May block on the network.
     *
     * @param login what to renew; its access token may have expired
     * @param context the integration and what may be used
     * @return the renewed login, with everything that is needed to renew it again; empty if only the user can log in again
     * @throws dev.leapp.core.error.LeappException if it could not be tried, such as when the network is down; the login stays
     */
    Optional<Credentials> refresh(Credentials login, IntegrationContext context);

    /**
     * Is told what is kept for a login from now on, so that it can be shared with other programs if the user wants that.
     *
     * @implSpec Does nothing.
     * @param login the login, kept already
     * @param context the integration and what may be used
     */
    default void kept(Credentials login, IntegrationContext context) {}

    /**
     * Ends a login upstream, and takes back what was shared. May block on the network.
     *
     * @param login what to end
     * @param context the integration and what may be used
     * @throws dev.leapp.core.error.LeappException if it could not be ended upstream; it is forgotten here all the same
     */
    void logout(Credentials login, IntegrationContext context);

    /**
     * Lists what may be reached: first all accounts, then the roles in those that {@link Discovery#accounts} wants. Blocks on the network;
     * stops when the thread is interrupted.
     *
     * @param login who is logged in, and the pace to call upstream at
     * @param context the integration and what may be used
     * @param discovery takes what is found
     * @throws dev.leapp.core.error.LeappException if the accounts can't be listed, or nothing more can be
     */
    void list(IntegrationLogin login, IntegrationContext context, Discovery discovery);
}

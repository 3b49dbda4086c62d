package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;

/**
 * The integration that a session comes from, and who is logged in there, as the session's access method sees it. Belongs to one call.
 *
 * @since 0.1
 */
public interface IntegrationLogin {

    /**
     * Returns how it is defined.
     *
     * @return the integration
     */
    Integration integration();

    /**
     * Returns the access token of who is logged in. May block on the network and on the user.
     *
     * @return the token
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.Trouble#LOGIN_NEEDED} if nobody is logged in and
     *     nobody can be asked; or if no plug-in here serves such integrations
     */
    Secret accessToken();

    /**
     * Returns another access token than one that upstream refused although it has not expired: one that somebody got meanwhile, else a
     * renewed one, else the user logs in again. May block on the network and on the user.
     *
     * @param refused the token that was refused
     * @return another token
     * @throws dev.leapp.core.error.LeappException as {@link #accessToken}
     */
    default Secret accessTokenInsteadOf(Secret refused) {
        return accessToken();
    }

    /**
     * Returns the pace at which to call the service that the integration is for.
     *
     * @implSpec Never waits.
     * @return the pace, shared by all that call the service
     */
    default Pace pace() {
        return Pace.unlimited();
    }
}

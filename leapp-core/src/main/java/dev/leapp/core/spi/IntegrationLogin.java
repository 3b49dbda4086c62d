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
}

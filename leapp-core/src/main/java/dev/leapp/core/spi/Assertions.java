package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.workspace.IdpUrlId;
import java.util.List;

/**
 * Where an access method gets SAML assertions from. Belongs to one call.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Assertions {

    /**
     * Gets an assertion by the source that the session, the environment or the machine has. May block on the network and on the user.
     *
     * @param idpUrl where the identity provider begins the login; the session's settings refer to it
     * @param recipients the hosts that the assertion may be posted to, each with the hosts below it
     * @return the {@code SAMLResponse}: base64 of an XML document, which nobody has checked
     * @throws dev.leapp.core.error.LeappException as {@link AssertionSource#assertion}; or if there is no such URL, or no source
     */
    Secret get(IdpUrlId idpUrl, List<String> recipients);
}

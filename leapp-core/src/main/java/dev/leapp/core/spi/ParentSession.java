package dev.leapp.core.spi;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.Session;

/**
 * A session that another one hangs on, as the access method of the other one sees it. Belongs to one call.
 *
 * @since 0.1
 */
public interface ParentSession {

    /**
     * Returns how it is defined.
     *
     * @return the session
     */
    Session session();

    /**
     * Returns its credentials, by the same way as any caller gets them: cached, or issued once for all who wait. May block on the
     * network and on the user.
     *
     * @return its credentials
     * @throws dev.leapp.core.error.LeappException if they can't be had
     */
    default Credentials credentials() {
        return credentials(CredentialRequest.standard());
    }

    /**
     * Returns special credentials of it, as {@link #credentials()} does.
     *
     * @param request what they are to be like; which parameters there are depends on its access method
     * @return its credentials
     * @throws dev.leapp.core.error.LeappException if they can't be had
     */
    Credentials credentials(CredentialRequest request);

    /**
     * Returns the secrets of that session, for an access method that knows its type.
     *
     * @return its part of the secret store
     */
    ScopedSecrets secrets();
}

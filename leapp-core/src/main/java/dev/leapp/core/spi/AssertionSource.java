package dev.leapp.core.spi;

import dev.leapp.core.credential.Secret;

/**
 * A way to get a SAML assertion from an identity provider: by a browser, from a file. What the assertion is good for is the access
 * method's business.
 *
 * @implSpec Thread-safe. May be called for several sessions at once. Core holds no workspace lock meanwhile, and wraps whatever it
 *     throws that is not a {@link dev.leapp.core.error.LeappException}.
 * @since 0.1
 */
@FunctionalInterface
public interface AssertionSource {

    /**
     * Gets an assertion. May block on the network and on the user, until {@link AssertionRequest#deadline()} at the latest; stops when
     * the thread is interrupted. Whatever it started has ended when it returns.
     *
     * @param request whose assertion for whom
     * @return the {@code SAMLResponse} as the identity provider posts it: base64 of an XML document, which nobody has checked
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.Trouble#LOGIN_NEEDED} if the user must log in and
     *     nobody is there, with {@link dev.leapp.core.error.Trouble#CANCELLED} if the user gives up or the thread is interrupted; the
     *     message holds no secret
     */
    Secret assertion(AssertionRequest request);
}

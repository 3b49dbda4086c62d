package dev.leapp.core.spi;

import dev.leapp.core.credential.Credentials;

/**
 * A way to get credentials from a cloud provider: it <em>issues</em>. Where they are kept, how long they are used, and who sees them
 * is core's business.
 *
 * @implSpec Thread-safe and without state. Core never calls it twice at once for the same session and request, holds no workspace
 *     lock meanwhile, and wraps whatever it throws that is not a {@link dev.leapp.core.error.LeappException}.
 * @since 0.1
 */
public interface AccessMethod {

    /**
     * Issues new credentials. May block on the network and on the user, until {@link IssueContext#deadline()} at the latest.
     *
     * @param context the session and what may be used
     * @return new credentials
     * @throws dev.leapp.core.error.LeappException if it can't, with a message for the user that holds no secret
     */
    Credentials issue(IssueContext context);

    /**
     * Revokes credentials before they expire. Does nothing unless the access method can.
     *
     * @param handle the {@link Credentials#handle() handle} of what it issued, perhaps in another process
     * @param context the session and what may be used
     */
    default void revoke(String handle, IssueContext context) {}
}

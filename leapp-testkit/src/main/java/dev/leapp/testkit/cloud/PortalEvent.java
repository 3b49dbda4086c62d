package dev.leapp.testkit.cloud;

/**
 * Something that a {@link LocalPortal} counts. More may be added.
 *
 * @since 0.1
 */
public enum PortalEvent {
    /** A client was registered. */
    REGISTERED,
    /** A device code was given. */
    DEVICE_CODE_GIVEN,
    /** A poll for a device code was answered with "pending". */
    POLL_PENDING,
    /** A poll for a device code was answered with "slow down". */
    POLL_SLOWED,
    /** A browser asked to authorize a client, whether the user agreed or not. */
    AUTHORIZATION_ASKED,
    /** The user agreed, to a device code or in the browser. */
    APPROVED,
    /** A device code or an authorization code was turned into tokens. */
    LOGGED_IN,
    /** A refresh token was turned into an access token. */
    REFRESHED,
    /** A refresh token was refused: used up by rotation, revoked, expired or unknown. */
    REFRESH_REFUSED,
    /** An access token was refused. */
    TOKEN_REFUSED,
    /** Credentials of a role were given. */
    CREDENTIALS_GIVEN,
    /** A call was answered with "too many requests" because of the limit of calls. */
    THROTTLED,
    /** A login was ended. */
    LOGGED_OUT
}

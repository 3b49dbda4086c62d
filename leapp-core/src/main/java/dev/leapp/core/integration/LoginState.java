package dev.leapp.core.integration;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody is logged in to an integration, as far as it is known without opening the secret store or asking upstream.
 *
 * @param loggedInAt when somebody last logged in; empty if nobody is
 * @param expiresAt when the access token expires; empty if nobody is logged in or it is not known
 * @param renewable whether a new access token can be got without the user
 * @since 0.1
 */
public record LoginState(Optional<Instant> loggedInAt, Optional<Instant> expiresAt, boolean renewable) {

    /**
     * Returns the state of an integration that nobody is logged in to.
     *
     * @return the state
     */
    public static LoginState none() {
        return new LoginState(Optional.empty(), Optional.empty(), false);
    }

    /**
     * Tells whether credentials can be got without the user.
     *
     * @param now the moment
     * @return whether somebody is logged in, and the login has not expired or can be renewed
     */
    public boolean isOnlineAt(Instant now) {
        return loggedInAt.isPresent()
                && (renewable || expiresAt.map(now::isBefore).orElse(true));
    }
}

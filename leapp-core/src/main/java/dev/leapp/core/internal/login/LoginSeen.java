package dev.leapp.core.internal.login;

import dev.leapp.core.integration.LoginState;
import java.time.Instant;
import java.util.Optional;

/**
 * What was known of a login before somebody waited for the lock.
 *
 * @param at when it was looked at
 * @param mark its mark
 */
record LoginSeen(Instant at, Optional<LoginMark> mark) {

    /** Returns what is known if the mark under the lock is that: of one that can't be read nothing. */
    LoginSeen under(Optional<LoginMark> lock) {
        return lock.filter(LoginMark::isUnknown).isPresent() ? new LoginSeen(at, lock) : this;
    }

    /** Tells whether somebody logged in since; if nothing was known, the moment must tell. */
    boolean isBefore(LoginState now) {
        return mark.filter(LoginMark::isUnknown).isPresent()
                ? now.loggedInAt().filter(moment -> !moment.isBefore(at)).isPresent()
                : now.loggedInAt().isPresent() && !now.loggedInAt().equals(before());
    }

    private Optional<Instant> before() {
        return mark.flatMap(seen -> seen.state().loggedInAt());
    }
}

package dev.leapp.core.internal.login;

import dev.leapp.core.integration.LoginState;
import dev.leapp.core.internal.cache.KeptLogin;
import dev.leapp.core.spi.IntegrationProvider;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What may be known of a login without opening the secret store.
 *
 * @param serial which login it is of; none while one is being put into the store or taken from it
 * @param state what is told of it
 */
record LoginMark(String serial, LoginState state) {

    private static final String LOGGED_IN_AT = "loggedInAt";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String RENEWABLE = "renewable";
    private static final String SERIAL = "serial";

    /** No login's serial. */
    private static final String UNKNOWN = "?";

    /** Nobody is logged in any more: what the store holds goes. */
    static LoginMark nobody() {
        return new LoginMark("", LoginState.none());
    }

    /** Nothing is known, as the mark can't be read, or a first login is on its way; the store may hold a good login. */
    static LoginMark unknown() {
        return new LoginMark(UNKNOWN, LoginState.none());
    }

    static LoginMark of(KeptLogin kept, Instant loggedInAt) {
        boolean renewable = isRenewable(kept);
        return new LoginMark(
                kept.serial(),
                new LoginState(Optional.of(loggedInAt), kept.login().expiresAt(), renewable));
    }

    private static boolean isRenewable(KeptLogin kept) {
        return Boolean.parseBoolean(kept.login().attributes().get(IntegrationProvider.RENEWABLE));
    }

    boolean isOf(KeptLogin kept) {
        return serial.equals(kept.serial());
    }

    /** Tells whether the store must be asked. */
    boolean mayBeSomebody() {
        return isSomebody() || isUnknown();
    }

    boolean isUnknown() {
        return serial.equals(UNKNOWN);
    }

    boolean isSomebody() {
        return state.loggedInAt().isPresent();
    }

    Properties toProperties() {
        Properties lines = new Properties();
        lines.setProperty(SERIAL, serial);
        state.loggedInAt().ifPresent(moment -> lines.setProperty(LOGGED_IN_AT, moment.toString()));
        state.expiresAt().ifPresent(moment -> lines.setProperty(EXPIRES_AT, moment.toString()));
        lines.setProperty(RENEWABLE, Boolean.toString(state.renewable()));
        return lines;
    }

    static LoginMark of(Properties lines) {
        return new LoginMark(
                lines.getProperty(SERIAL, ""),
                new LoginState(
                        moment(lines, LOGGED_IN_AT),
                        moment(lines, EXPIRES_AT),
                        Boolean.parseBoolean(lines.getProperty(RENEWABLE))));
    }

    private static Optional<Instant> moment(Properties lines, String name) {
        return Optional.ofNullable(lines.getProperty(name)).map(Instant::parse);
    }
}

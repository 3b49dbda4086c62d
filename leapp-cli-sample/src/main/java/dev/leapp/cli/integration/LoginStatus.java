package dev.leapp.cli.integration;

import dev.leapp.cli.output.Style;
import dev.leapp.core.integration.LoginState;
import java.time.Instant;
import java.util.Locale;

/** What the state of a login means now. */
enum LoginStatus {
    /** Credentials can be got without the user. */
    ONLINE(Style.GOOD),
    /** Somebody was logged in, and must log in again. */
    EXPIRED(Style.BAD),
    /** Nobody is logged in. */
    OFFLINE(Style.FAINT);

    private final Style style;

    LoginStatus(Style style) {
        this.style = style;
    }

    static LoginStatus of(LoginState login, Instant now) {
        if (login.loggedInAt().isEmpty()) {
            return OFFLINE;
        }
        return login.isOnlineAt(now) ? ONLINE : EXPIRED;
    }

    Style style() {
        return style;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

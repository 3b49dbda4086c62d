package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.attempt.Ago;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said about logins, so that it reads the same wherever it is said. */
public final class LoginTexts {

    /** What a shell takes as one word as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private LoginTexts() {}

    /** Says that no plug-in here serves an integration of a type. */
    public static PluginException unknownType(String name, String type) {
        return new PluginException(
                CoreErrorCode.UNKNOWN_INTEGRATION_TYPE,
                "Integration '" + name + "' has the type " + type + ", which no plug-in here provides",
                "add the artifact dev.leapp:leapp-integration-sso, or the plug-in that brings it; 'leapp plugin list'"
                        + " shows what is here");
    }

    static LeappException deleted(Integration integration) {
        return new LeappException(
                CoreErrorCode.INTEGRATION_NOT_FOUND,
                "Integration '" + integration.alias() + "' was deleted meanwhile; nobody is logged in to it",
                "'leapp integration list' shows what there is");
    }

    static CredentialException overtaken(Integration integration) {
        return new CredentialException(
                CoreErrorCode.OVERTAKEN,
                "Integration '" + integration.alias() + "' was changed meanwhile: a login to what it was is of no use",
                "run the command again",
                null);
    }

    /** Returns the command that logs in to an integration. */
    public static String command(Integration integration) {
        return "leapp integration login " + word(integration.alias());
    }

    static CredentialException needed(Integration integration, Optional<Credentials> last, Instant now) {
        return new CredentialException(
                CoreErrorCode.LOGIN_NEEDED,
                standing(integration.alias(), last, now) + "; login needed: " + command(integration),
                "log in, then run the command again: all sessions of the integration use that login",
                null);
    }

    private static String standing(String name, Optional<Credentials> last, Instant now) {
        if (last.isEmpty()) {
            return "Nobody is logged in to integration '" + name + "'";
        }
        return last.get()
                .expiresAt()
                .filter(expiry -> !now.isBefore(expiry))
                .map(expiry -> "The login to integration '" + name + "' expired " + Ago.of(expiry, now))
                .orElse("The login to integration '" + name + "' is no longer accepted there");
    }

    static String stillUpstream(Integration integration, LeappException failure) {
        return "The login to integration '" + integration.alias()
                + "' is forgotten here, but could not be ended there: " + failure.getMessage();
    }

    static String notThere(Integration integration) {
        return "The login to integration '" + integration.alias()
                + "' is forgotten here, but was not ended there: the secret store has none to what the integration is now";
    }

    static String formerStays(Integration former, LeappException failure) {
        return "Integration '" + former.alias() + "' was changed, but the login to what it was could not be ended: "
                + failure.getMessage() + "; to end it, change the integration back, log out, and change it again";
    }

    static String notShared(Integration integration, LeappException failure) {
        return "The login to integration '" + integration.alias() + "' can't be shared with other programs: "
                + failure.getMessage();
    }

    private static String word(String name) {
        return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}

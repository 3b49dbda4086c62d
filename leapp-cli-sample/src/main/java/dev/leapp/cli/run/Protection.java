package dev.leapp.cli.run;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.Session;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Asks before something is done with a session that has the tag {@code protected}, as a mixin with {@code --yes}. For what hands out
 * credentials for the first time, or destroys something; what goes on by itself once it was agreed to never asks.
 */
public final class Protection {

    /** The tag that protects a session, unless its value is {@code false}. */
    public static final String TAG = "protected";

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask, though a session is protected or several fit.")
    boolean yes;

    /** Tells whether the user said yes beforehand. */
    public boolean given() {
        return yes;
    }

    /**
     * Returns if it may be done.
     *
     * @param context the run
     * @param what what is about to be done, such as {@code start it}
     * @param sessions the sessions that it is done with; only protected ones matter
     */
    public void require(Context context, String what, Session... sessions) {
        require(context, what, Arrays.asList(sessions));
    }

    /**
     * Returns if it may be done.
     *
     * @param context the run
     * @param what what is about to be done, such as {@code delete them}
     * @param sessions the sessions that it is done with; only protected ones matter
     */
    public void require(Context context, String what, Collection<Session> sessions) {
        List<Session> affected = sessions.stream().filter(Protection::isOn).toList();
        if (yes || affected.isEmpty()) {
            return;
        }
        String sentence = Confirmation.names(affected) + (affected.size() == 1 ? " is" : " are") + " protected";
        if (!context.ask().interactive()) {
            throw new LeappException(
                    CoreErrorCode.SESSION_PROTECTED, "Session " + sentence, "--yes says that you mean it");
        }
        if (!context.ask().confirm("Session " + sentence + "; " + what + "?")) {
            throw new LeappException(CoreErrorCode.CANCELLED, "Nothing was done", null);
        }
    }

    /**
     * Tells whether a session is protected.
     *
     * @param session the session
     * @return whether it has the tag
     */
    public static boolean isOn(Session session) {
        String value = session.tags().get(TAG);
        return value != null && !value.equalsIgnoreCase("false");
    }
}

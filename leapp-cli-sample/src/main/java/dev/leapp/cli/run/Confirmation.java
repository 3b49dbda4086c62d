package dev.leapp.cli.run;

import dev.leapp.cli.output.Numbers;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.Session;
import java.util.List;

/** Asks before something goes; without a terminal, what would drag others along needs {@code --force}. */
public final class Confirmation {

    private final Context context;
    private final boolean forced;

    /**
     * Asks in one run.
     *
     * @param context the run
     * @param forced whether {@code --force} was given
     */
    public Confirmation(Context context, boolean forced) {
        this.context = context;
        this.forced = forced;
    }

    /**
     * Returns if it may go.
     *
     * @param question what to ask if it goes alone
     * @param questionWithSessions what to ask if sessions are affected
     * @param refusal what is wrong if sessions are affected and nobody can be asked
     * @param hint what to do then
     * @param affected the sessions
     */
    public void require(
            String question, String questionWithSessions, String refusal, String hint, List<Session> affected) {
        if (forced) {
            return;
        }
        if (context.ask().interactive()) {
            if (!context.ask().confirm(affected.isEmpty() ? question : questionWithSessions)) {
                throw new LeappException(CoreErrorCode.CANCELLED, "Nothing was deleted", null);
            }
        } else if (!affected.isEmpty()) {
            throw new LeappException(CoreErrorCode.STILL_REFERRED_TO, refusal, hint);
        }
    }

    /**
     * Returns if it may be done; where nobody can be asked, only with {@code --force}.
     *
     * @param question what to ask
     * @param refusal what is wrong if nobody can be asked
     */
    public void requireYes(String question, String refusal) {
        if (!forced && !context.ask().interactive()) {
            throw Usage.error(refusal, "--force says yes");
        }
        askUnlessForced(question);
    }

    /**
     * Returns if it may be done; where nobody can be asked, naming it was enough.
     *
     * @param question what to ask
     */
    public void askUnlessForced(String question) {
        if (!forced && context.ask().interactive() && !context.ask().confirm(question)) {
            throw new LeappException(CoreErrorCode.CANCELLED, "Nothing was changed", null);
        }
    }

    /** Returns the names of sessions in one line, of many only the first. */
    public static String names(List<Session> sessions) {
        return Numbers.names(sessions.stream().map(Session::name).toList());
    }
}

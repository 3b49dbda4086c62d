package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.core.session.SessionView;
import java.util.List;

/** Which sessions a command of another group is about: named, or one that is chosen from a list on a terminal. */
public final class SessionChoice {

    private SessionChoice() {}

    /**
     * Returns the sessions.
     *
     * @param context the run
     * @param action what they are for, such as {@code start}
     * @param references names, ids or unique beginnings of ids; none to let the user choose
     * @return at least one session, in the order of the references
     */
    public static List<SessionView> of(Context context, String action, List<String> references) {
        if (references.isEmpty()) {
            return List.of(new SessionArgument().find(context, action, any -> true));
        }
        return references.stream()
                .map(reference -> context.engine().sessions().find(reference))
                .toList();
    }
}

package dev.leapp.cli.session;

import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.SessionView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with several sessions. Goes on after a failure, so that one broken session does not keep the others up, and ends with
 * the first failure.
 *
 * @param context the run
 * @param action does it with one session, and returns that session afterwards
 * @param sentence says what became of a session, from before and after
 * @param done what is done, such as {@code stopped}
 */
record Several(
        Context context,
        UnaryOperator<SessionView> action,
        BiFunction<SessionView, SessionView, String> sentence,
        String done) {

    void run(List<SessionView> sessions) {
        List<SessionView> after = new ArrayList<>();
        @Nullable LeappException first = null;
        for (SessionView before : sessions) {
            try {
                SessionView one = action.apply(before);
                after.add(one);
                tell(before, one);
            } catch (LeappException failed) {
                context.out()
                        .remark("session " + before.session().name() + " not " + done + ": " + failed.getMessage());
                first = first == null ? failed : first;
            }
        }
        if (context.out().format() != OutputFormat.TABLE) {
            context.out().list(after, ListCommand.columns(context.times()), new TableOptions(), "");
        }
        if (first != null) {
            throw first;
        }
    }

    /** On the way, as each may take a while; programs get all of them in the end. */
    private void tell(SessionView before, SessionView after) {
        if (context.out().format() == OutputFormat.TABLE) {
            context.out().result(new Result(sentence.apply(before, after)));
        }
    }
}

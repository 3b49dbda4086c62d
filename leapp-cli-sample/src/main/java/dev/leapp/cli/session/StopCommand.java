package dev.leapp.cli.session;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp session stop}. */
@Command(
        name = "stop",
        description = "Remove what a start made available, also after a crash.",
        footer = {"", "Examples:", "  leapp session stop ops", "  leapp session stop --all"})
final class StopCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    @Option(names = "--all", description = "Stop every session that is not inactive.")
    boolean all;

    StopCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (all && session.isGiven()) {
            throw Usage.error("Give a session or --all, not both", null);
        }
        if (all) {
            stopAll();
        } else {
            SessionView view = session.find(context, "stop", StopCommand::runs);
            SessionView stopped =
                    context.engine().sessions().stop(view.session().id());
            String sentence = runs(view) ? " stopped" : " was not started";
            context.out()
                    .result(SessionResults.of(
                            stopped, "session " + stopped.session().name() + sentence));
            remarkUnrecorded(view);
        }
    }

    /** Says that nothing was taken back. */
    private void remarkUnrecorded(SessionView before) {
        if (before.standing().equals(Optional.of(Standing.UNRECORDED))) {
            context.out()
                    .remark("there is no receipt of what session "
                            + before.session().name() + " made available: what is in your files stays there");
        }
    }

    private static boolean runs(SessionView view) {
        return view.status() != SessionStatus.INACTIVE;
    }

    /** Goes on after a failure, so that one broken session does not keep the others up; ends with the first failure. */
    private void stopAll() {
        List<SessionView> stopped = new ArrayList<>();
        @Nullable LeappException first = null;
        for (SessionView view : context.engine().sessions().list()) {
            if (runs(view)) {
                try {
                    stopped.add(context.engine().sessions().stop(view.session().id()));
                    remarkUnrecorded(view);
                } catch (LeappException failed) {
                    context.out().remark("session " + view.session().name() + " not stopped: " + failed.getMessage());
                    first = first == null ? failed : first;
                }
            }
        }
        tell(stopped);
        if (first != null) {
            throw first;
        }
    }

    private void tell(List<SessionView> stopped) {
        if (context.out().format() == OutputFormat.TABLE) {
            stopped.forEach(view ->
                    context.out().result(new Result("session " + view.session().name() + " stopped")));
            if (stopped.isEmpty()) {
                context.out().note("no session was started");
            }
        } else {
            List<Column<SessionView>> columns = ListCommand.columns(context.times());
            context.out().list(stopped, columns, new TableOptions(), "");
        }
    }
}

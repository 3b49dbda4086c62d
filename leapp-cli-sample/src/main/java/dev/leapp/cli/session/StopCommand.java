package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.run.Yes;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp session stop}. */
@Command(
        name = "stop",
        description = "Remove what a start made available, also after a crash.",
        footer = {
            "",
            "Examples:",
            "  leapp session stop ops",
            "  leapp session stop 'dev-*' --yes",
            "  leapp session stop --all"
        })
final class StopCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArguments session;

    @Mixin
    Yes yes;

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
        Optional<List<SessionView>> several =
                all ? Optional.of(running()) : session.several(context, "stop", StopCommand::runs, yes.given());
        if (several.isPresent()) {
            new Several(context, this::stop, StopCommand::sentence, "stopped").run(several.get());
            if (several.get().isEmpty()) {
                context.out().note("no session was started");
            }
        } else {
            SessionView view = session.one(context, "stop", StopCommand::runs);
            SessionView stopped = stop(view);
            context.out().result(SessionResults.of(stopped, sentence(view, stopped)));
        }
    }

    private List<SessionView> running() {
        return context.engine().sessions().list().stream()
                .filter(StopCommand::runs)
                .toList();
    }

    private SessionView stop(SessionView before) {
        SessionView stopped = context.engine().sessions().stop(before.session().id());
        remarkUnrecorded(before);
        return stopped;
    }

    private static String sentence(SessionView before, SessionView stopped) {
        return "session " + stopped.session().name() + (runs(before) ? " stopped" : " was not started");
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
}

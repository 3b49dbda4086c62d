package dev.leapp.cli.session;

import dev.leapp.cli.region.Regions;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp session change-region}. */
@Command(
        name = "change-region",
        description = "Move a session to another region; an active one is started again there.",
        footer = {"", "Examples:", "  leapp session change-region ops eu-central-1"})
final class ChangeRegionCommand implements Runnable {

    private final Context context;

    @Mixin
    SessionArgument session;

    @Parameters(index = "1", arity = "0..1", paramLabel = "REGION", description = "The region.")
    @Nullable
    String target;

    @Option(names = "--region", paramLabel = "REGION", description = "The same as REGION.")
    @Nullable
    String region;

    ChangeRegionCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (target != null && region != null) {
            throw Usage.error("Give the region once", null);
        }
        SessionView view = session.find(context, "move", any -> true);
        String chosen = target != null ? target : region != null ? region : ask(view);
        Regions.check(context, view.session().type().cloudProvider(), chosen);
        SessionView after = context.engine()
                .sessions()
                .edit(view.session().id(), SessionEdit.builder().region(chosen).build());
        context.out()
                .result(SessionResults.of(after, "session " + after.session().name() + " is now in region " + chosen));
        Notes.tell(context, after.session());
    }

    private String ask(SessionView view) {
        if (!context.ask().interactive()) {
            throw Usage.error("Missing REGION", "'leapp region list' shows the known ones");
        }
        return context.ask().line("Region", view.session().region());
    }
}

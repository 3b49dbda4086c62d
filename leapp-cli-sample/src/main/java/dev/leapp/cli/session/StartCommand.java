package dev.leapp.cli.session;

import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Yes;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp session start}. */
@Command(
        name = "start",
        description = "Make temporary credentials available to the cloud's tools.",
        footer = {
            "",
            "Examples:",
            "  leapp session start ops",
            "  leapp session start ops --replace",
            "  leapp session start 'dev-*' --yes"
        })
final class StartCommand implements Runnable {

    private static final String CREDENTIAL_PROCESS = "aws-credential-process";

    private final Context context;

    @Mixin
    SessionArguments session;

    @Mixin
    Yes yes;

    @Option(
            names = "--takeover",
            description = "Replace a section of your files that leapp didn't write; stopping gives it back.")
    boolean takeover;

    @Option(names = "--replace", description = "Stop another session that is active on the same named profile.")
    boolean replace;

    StartCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Optional<List<SessionView>> several = session.several(context, "start", StartCommand::canStart, yes.given());
        if (several.isPresent()) {
            new Several(context, this::start, this::outcome, "started").run(several.get());
            if (several.get().isEmpty()) {
                context.out().note("all sessions that fit are active already");
            }
        } else {
            SessionView view = session.one(context, "start", StartCommand::canStart);
            SessionView started = start(view);
            context.out().result(SessionResults.of(started, outcome(view, started)));
        }
    }

    private static boolean canStart(SessionView view) {
        return view.status() != SessionStatus.ACTIVE || SessionResults.isBroken(view);
    }

    private SessionView start(SessionView view) {
        StartOptions options = StartOptions.none();
        options = takeover ? options.withTakeover() : options;
        options = replace ? options.withReplace() : options;
        SessionView started = context.engine().sessions().start(view.session().id(), options);
        remarkMovedFiles(started.session());
        return started;
    }

    private String outcome(SessionView before, SessionView started) {
        if (before.status() != SessionStatus.ACTIVE) {
            return sentence(started, "started");
        }
        if (SessionResults.isBroken(before)) {
            return sentence(started, "made available again");
        }
        return started.state().equals(before.state()) ? alreadyActive(started) : sentence(started, "started");
    }

    private String alreadyActive(SessionView view) {
        return sentence(view, "is active already") + "; 'leapp session rotate "
                + view.session().name() + "' gets new credentials";
    }

    /** Tools that call leapp themselves look for the session where leapp looks by itself. */
    private void remarkMovedFiles(Session started) {
        Optional<Path> moved = context.movedFiles();
        if (moved.isPresent() && CREDENTIAL_PROCESS.equals(chain(started))) {
            context.out()
                    .remark("tools call leapp for the credentials of session " + started.name()
                            + ": run them with LEAPP_HOME=" + moved.get() + " too");
        }
    }

    private String chain(Session started) {
        return started.chain()
                .orElseGet(() -> context.engine()
                        .workspaces()
                        .read()
                        .settings()
                        .getOrDefault("chain." + started.type().cloudProvider(), ""));
    }

    private String sentence(SessionView view, String done) {
        return sentence(context, view, done);
    }

    /** Says what became of a session, where it is available and for how long. */
    static String sentence(Context context, SessionView view, String done) {
        Times times = new Times(context.clock().instant(), true);
        return "session " + view.session().name() + " " + done
                + view.profileName().map(profile -> " on profile " + profile).orElse("")
                + view.expiresAt()
                        .map(moment -> ", expires " + times.relative(moment))
                        .orElse("");
    }
}

package dev.leapp.cli.session;

import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Durations;
import dev.leapp.cli.run.Protection;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
            "  leapp session start ops --for 15m",
            "  leapp session start ops --replace",
            "  leapp session start 'dev-*' --yes"
        })
final class StartCommand implements Runnable {

    private static final long ROUNDING = 10;
    private static final String CREDENTIAL_PROCESS = "aws-credential-process";

    private final Context context;

    @Mixin
    SessionArguments session;

    @Option(
            names = "--takeover",
            description = "Replace a section of your files that leapp didn't write; stopping gives it back.")
    boolean takeover;

    @Option(names = "--replace", description = "Stop another session that is active on the same named profile.")
    boolean replace;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "End it by itself after this time, from 1m to 36h, such as 15m or 1h30m.")
    @Nullable
    Duration lease;

    @Mixin
    Protection protection;

    StartCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Optional<List<SessionView>> several =
                session.several(context, "start", StartCommand::canStart, protection.given());
        if (several.isPresent()) {
            protection.require(
                    context,
                    "start",
                    several.get().stream().map(SessionView::session).toList());
            new Several(context, this::start, this::outcome, "started").run(several.get());
            if (several.get().isEmpty()) {
                context.out().note("all sessions that fit are active already");
            }
        } else {
            SessionView view = session.one(context, "start", StartCommand::canStart);
            protection.require(context, "start it", view.session());
            SessionView started = start(view);
            context.out().result(SessionResults.of(started, outcome(view, started)));
        }
    }

    private static boolean canStart(SessionView view) {
        return view.status() != SessionStatus.ACTIVE || SessionResults.isBroken(view);
    }

    private SessionView start(SessionView view) {
        StartOptions options = options();
        SessionView started = context.engine().sessions().start(view.session().id(), options);
        remarkMovedFiles(started.session());
        return started;
    }

    private StartOptions options() {
        StartOptions options = StartOptions.none();
        options = takeover ? options.withTakeover() : options;
        options = replace ? options.withReplace() : options;
        return lease == null ? options : options.withLease(lease);
    }

    private String outcome(SessionView before, SessionView started) {
        if (before.status() != SessionStatus.ACTIVE) {
            return sentence(started, "started");
        }
        if (SessionResults.isBroken(before)) {
            return sentence(started, "made available again");
        }
        if (started.state().equals(before.state())) {
            return alreadyActive(started);
        }
        boolean onlyLeased = lease != null && started.expiresAt().equals(before.expiresAt());
        return sentence(started, onlyLeased ? "is active already" : "started");
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

    /** Who asks for a quarter of an hour is not told of fourteen minutes. */
    private static Instant rounded(Instant now, Instant moment) {
        long seconds = Duration.between(now, moment).toSeconds();
        return now.plusSeconds((seconds + ROUNDING / 2) / ROUNDING * ROUNDING);
    }

    /** Says what became of a session, where it is available and for how long. */
    static String sentence(Context context, SessionView view, String done) {
        Times times = new Times(context.clock().instant(), true);
        return "session " + view.session().name() + " " + done
                + view.profileName().map(profile -> " on profile " + profile).orElse("")
                + view.expiresAt()
                        .filter(moment ->
                                view.leasedUntil().map(moment::isBefore).orElse(true))
                        .map(moment -> ", expires " + times.relative(moment))
                        .orElse("")
                + view.leasedUntil()
                        .map(moment -> ", ends by itself "
                                + times.relative(rounded(context.clock().instant(), moment)))
                        .orElse("");
    }
}

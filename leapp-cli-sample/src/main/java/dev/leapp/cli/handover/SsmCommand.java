package dev.leapp.cli.handover;

import dev.leapp.cli.exec.Program;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Protection;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.session.SessionChoice;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.handover.ProgramEnvironment;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionView;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp session ssm}. */
@Command(
        name = "ssm",
        description = {
            "Open a shell on an instance by AWS Systems Manager, with a session's credentials.",
            "Needs the AWS CLI and its session-manager-plugin.",
        },
        footer = {
            "",
            "Examples:",
            "  leapp session ssm ops                 choose one of the instances that are online",
            "  leapp session ssm ops i-0abc1234def567890",
            "  leapp session ssm ops web-1 --region eu-central-1"
        })
final class SsmCommand implements Runnable {

    private static final Pattern INSTANCE_ID = Pattern.compile("(i|mi)-[0-9a-f]+");

    private enum Code implements ErrorCode {
        INSTANCE_NOT_FOUND;

        @Override
        public String id() {
            return "instance-not-found";
        }

        @Override
        public Trouble trouble() {
            return Trouble.NOT_FOUND;
        }
    }

    private final Context context;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The session's name, its id, or a unique beginning of its id.")
    @Nullable
    String name;

    @Parameters(index = "1", arity = "0..1", paramLabel = "INSTANCE", description = "The instance's id, or its name.")
    @Nullable
    String instance;

    @Option(names = "--region", paramLabel = "REGION", description = "Where it is (default: the session's region).")
    @Nullable
    String region;

    @Mixin
    Protection protection = new Protection();

    SsmCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<String> given = name == null ? List.of() : List.of(name);
        List<SessionView> sessions = SessionChoice.of(context, "connect with", given);
        Session session = sessions.get(0).session();
        requireAws(session);
        protection.require(context, "connect with it", session);
        AwsCommand aws = new AwsCommand(context);
        aws.requireInstalled();
        ProgramEnvironment environment = context.engine()
                .handovers()
                .environment(HandedSessions.ids(sessions), new Use("exec", AwsCommand.NAME));
        Instances instances = new Instances(aws, environment, place(session));
        String target = target(instances);
        Program start = Program.of(
                        AwsCommand.words(place(session), List.of("ssm", "start-session", "--target", target)),
                        environment)
                .with(HandedSessions.VARIABLE, HandedSessions.of(sessions));
        context.last(() -> context.programs().become(start));
    }

    private static void requireAws(Session session) {
        if (!session.type().cloudProvider().equals("aws")) {
            throw new SessionException(
                    CoreErrorCode.INVALID_VALUE, "Session " + session.name() + " is not of AWS", "name one that is");
        }
    }

    private String place(Session session) {
        String place = region == null ? session.region() : region;
        if (place.isBlank()) {
            throw Usage.error(
                    "In which region is the instance? Session " + session.name() + " has none", "--region names it");
        }
        return place;
    }

    private String target(Instances instances) {
        if (instance != null && INSTANCE_ID.matcher(instance).matches()) {
            return instance;
        }
        if (instance == null && !context.ask().interactive()) {
            throw Usage.error("Which instance? Give its id or its name", null);
        }
        List<Instances.Online> fitting = new ArrayList<>(instances.online());
        if (instance != null) {
            fitting.removeIf(each -> !each.name().equals(instance));
        }
        if (fitting.isEmpty()) {
            throw new LeappException(
                    Code.INSTANCE_NOT_FOUND,
                    (instance == null ? "No instance" : "No instance named " + instance) + " is online in "
                            + instances.region(),
                    "--region names another region; the instance's agent must run");
        }
        if (fitting.size() == 1 && instance != null) {
            return fitting.get(0).id();
        }
        return chosen(fitting);
    }

    private String chosen(List<Instances.Online> fitting) {
        if (!context.ask().interactive()) {
            throw Usage.error("Several instances have that name", "give the id of one");
        }
        return context.ask()
                .choose("Instance", fitting, Instances.Online::label)
                .id();
    }
}

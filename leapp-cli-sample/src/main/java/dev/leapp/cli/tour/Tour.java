package dev.leapp.cli.tour;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Engine;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The life of one session, told while it happens. */
final class Tour {

    private static final String NAME = "tour";

    private final Context context;
    private final Narrator narrator;
    private final SecureRandom random = new SecureRandom();

    Tour(Context context) {
        this.context = context;
        this.narrator = new Narrator(context);
    }

    void run() {
        StsUser user = new StsUser(NAME, "AKIA" + letters(16), base64(30));
        try (ThrowAwayHome home = ThrowAwayHome.create();
                LocalSts sts = LocalSts.builder().user(user).start();
                Engine engine = open(home.directory(), sts.endpoint())) {
            narrator.say(
                    "The life of a session, in a throw-away home: nothing of yours is touched.",
                    "AWS is played by a local stand-in of its Security Token Service (STS) at",
                    sts.endpoint() + ". It checks keys and signatures as AWS does, but no",
                    "AWS account is involved, and nothing leaves this machine.");
            Result result = live(home, engine, user, new SdkCaller(home.directory(), sts.endpoint(), NAME));
            narrator.say("", "That was all of it. Your turn: 'leapp session add' asks for what it needs.");
            tell(result);
        }
    }

    private Result live(ThrowAwayHome home, Engine engine, StsUser user, SdkCaller sdk) {
        Session added = add(engine, user);
        SessionView started = start(home, engine, added.id());
        String arn = use(sdk);
        String before = sdk.accessKeyId();
        String after = rotate(engine, added.id(), sdk);
        stop(home, engine, added.id(), sdk);
        return new Result("")
                .with("standIn", true)
                .with("arn", arn)
                .with("expiresAt", started.expiresAt())
                .with("firstAccessKeyId", before)
                .with("secondAccessKeyId", after)
                .with("gone", !sdk.finds());
    }

    private Session add(Engine engine, StsUser user) {
        narrator.step("Add a session: an IAM user's access key");
        narrator.command("leapp session add --type aws-iam-user --name tour --profile tour \\");
        narrator.say("         --access-key-id " + user.accessKeyId() + " --secret-access-key-stdin");
        engine.secretStores().useFile(Optional.empty());
        Session added = engine.sessions()
                .add(NewSession.builder(new SessionType("aws-iam-user"), NAME)
                        .region("eu-west-1")
                        .profile(NAME)
                        .secret("accessKeyId", Secret.of(user.accessKeyId()))
                        .secret("secretAccessKey", Secret.of(user.secretAccessKey()))
                        .build());
        narrator.say(
                "   The long-term key lies in an encrypted file (on your machine: the keychain),",
                "   and nowhere else.");
        return added;
    }

    private SessionView start(ThrowAwayHome home, Engine engine, SessionId id) {
        narrator.step("Start it: temporary credentials appear");
        narrator.command("leapp session start tour");
        SessionView started = engine.sessions().start(id, StartOptions.none());
        Instant now = context.clock().instant();
        narrator.say("   STS issued them; they expire "
                + started.expiresAt().map(new Times(now, true)::relative).orElse("at a time not known") + ".");
        narrator.file("~/.aws/credentials", home.masked(".aws/credentials"));
        narrator.file("~/.aws/config", home.masked(".aws/config"));
        narrator.say("   (The secrets are masked here.)");
        return started;
    }

    private String use(SdkCaller sdk) {
        narrator.step("Use it: the AWS SDK for Java reads that profile and calls STS");
        String arn = sdk.callerArn();
        narrator.say("   GetCallerIdentity: you are " + arn);
        return arn;
    }

    private String rotate(Engine engine, SessionId id, SdkCaller sdk) {
        narrator.step("Rotate it: new credentials in the place of the old ones");
        narrator.command("leapp session rotate tour");
        String before = sdk.accessKeyId();
        engine.sessions().rotate(id);
        String after = sdk.accessKeyId();
        narrator.say("   access key id before: " + before, "   access key id now:    " + after);
        narrator.say("   GetCallerIdentity: you are still " + sdk.callerArn());
        return after;
    }

    private void stop(ThrowAwayHome home, Engine engine, SessionId id, SdkCaller sdk) {
        narrator.step("Stop it: they are gone");
        narrator.command("leapp session stop tour");
        engine.sessions().stop(id);
        if (sdk.finds()) {
            throw new IllegalStateException("The profile is still there after the stop");
        }
        String left = home.masked(".aws/credentials").strip();
        narrator.say(
                left.isEmpty()
                        ? "   ~/.aws/credentials is empty again."
                        : "   ~/.aws/credentials has no profile tour any more.",
                "   The AWS SDK finds no profile 'tour'.");
    }

    private void tell(Result result) {
        if (context.out().format() != dev.leapp.cli.output.OutputFormat.TABLE) {
            context.out().result(result);
        }
    }

    private Engine open(Path home, URI sts) {
        Map<String, String> environment = Map.of(
                "LEAPP_MACHINE_ID", HexFormat.of().formatHex(bytes(16)),
                "LEAPP_PASSPHRASE", base64(24),
                "AWS_ENDPOINT_URL_STS", sts.toString());
        return context.opener().open(new Engine.Surroundings(home, environment, UserInteraction.nonInteractive()));
    }

    private String letters(int count) {
        return random.ints(count, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String base64(int count) {
        return Base64.getEncoder().encodeToString(bytes(count));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

package dev.leapp.cli.tour;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.Times;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.StsUser;
import java.time.Instant;
import java.util.Optional;

/** The life of one session. */
final class FirstAct {

    static final String NAME = "tour";

    private final Stage stage;
    private final Narrator narrator;
    private final SdkCaller sdk;

    FirstAct(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.sdk = stage.sdk(NAME);
    }

    Result play(StsUser user) {
        Session added = add(user);
        SessionView started = start(added.id());
        String arn = use();
        String before = sdk.accessKeyId();
        String after = rotate(added.id());
        stop(added.id());
        return new Result("")
                .with("standIn", true)
                .with("arn", arn)
                .with("expiresAt", started.expiresAt())
                .with("firstAccessKeyId", before)
                .with("secondAccessKeyId", after)
                .with("gone", !sdk.finds());
    }

    private Session add(StsUser user) {
        narrator.step("Add a session: an IAM user's access key");
        narrator.command("leapp session add --type aws-iam-user --name tour --profile tour \\");
        narrator.say("         --access-key-id " + user.accessKeyId() + " --secret-access-key-stdin");
        stage.engine().secretStores().useFile(Optional.empty());
        Session added = stage.engine()
                .sessions()
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

    private SessionView start(SessionId id) {
        narrator.step("Start it: temporary credentials appear");
        narrator.command("leapp session start tour");
        SessionView started = stage.engine().sessions().start(id, StartOptions.none());
        Instant now = stage.context().clock().instant();
        narrator.say("   STS issued them; they expire "
                + started.expiresAt().map(new Times(now, true)::relative).orElse("at a time not known") + ".");
        narrator.file("~/.aws/credentials", stage.home().masked(".aws/credentials"));
        narrator.file("~/.aws/config", stage.home().masked(".aws/config"));
        narrator.say("   (The secrets are masked here.)");
        return started;
    }

    private String use() {
        narrator.step("Use it: the AWS SDK for Java reads that profile and calls STS");
        String arn = sdk.callerArn();
        narrator.say("   GetCallerIdentity: you are " + arn);
        return arn;
    }

    private String rotate(SessionId id) {
        narrator.step("Rotate it: new credentials in the place of the old ones");
        narrator.command("leapp session rotate tour");
        String before = sdk.accessKeyId();
        stage.engine().sessions().rotate(id);
        String after = sdk.accessKeyId();
        narrator.say("   access key id before: " + before, "   access key id now:    " + after);
        narrator.say("   GetCallerIdentity: you are still " + sdk.callerArn());
        return after;
    }

    private void stop(SessionId id) {
        narrator.step("Stop it: they are gone");
        narrator.command("leapp session stop tour");
        stage.engine().sessions().stop(id);
        if (sdk.finds()) {
            throw new IllegalStateException("The profile is still there after the stop");
        }
        String left = stage.home().masked(".aws/credentials").strip();
        narrator.say(
                left.isEmpty()
                        ? "   ~/.aws/credentials is empty again."
                        : "   ~/.aws/credentials has no profile tour any more.",
                "   The AWS SDK finds no profile 'tour'.");
    }
}

package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.LocalSts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** What must hold after a process died at any instant, looked at by another process: this one. */
final class Aftermath {

    private final CrashScene scene;
    private final LocalSts sts;
    private final Path asItDied;

    Aftermath(CrashScene scene, LocalSts sts) {
        this.scene = scene;
        this.sts = sts;
        this.asItDied = scene.home().root().resolve("died");
    }

    /** Checks it all, in what the process left. */
    void check() {
        scene.home().save(asItDied);
        inAnotherProcess(this::listIsTruthful);
        inAnotherProcess(this::startCompletesAndStopUndoes);
        scene.home().restore(asItDied);
        inAnotherProcess(this::stopUndoes);
    }

    private interface Look {
        void at(Leapp leapp);
    }

    private void inAnotherProcess(Look look) {
        Home home = scene.home();
        try (Leapp leapp = Leapp.builder()
                .home(home.user())
                .environment(Environment.of(home.environment()))
                .build()) {
            look.at(leapp);
        }
    }

    private void listIsTruthful(Leapp leapp) {
        Map<String, String> before = Home.files(scene.home().user());
        List<SessionView> sessions = leapp.sessions().list();
        assertThat(sessions).extracting(view -> view.session().name()).contains(CrashScene.BYSTANDER);
        for (SessionView view : sessions) {
            isTrue(view);
        }
        assertThat(Home.files(scene.home().user())).as("list writes nothing").isEqualTo(before);
    }

    private void isTrue(SessionView view) {
        String name = view.session().name();
        switch (view.status()) {
            case ACTIVE -> {
                assertThat(view.standing()).hasValue(Standing.INTACT);
                assertThat(caller(name)).contains("user/ops");
            }
            case INACTIVE ->
                assertThat(published(name)).as("published for %s", name).isEmpty();
            case INTERRUPTED -> assertThat(name).isEqualTo(CrashScene.SESSION);
            default -> throw new AssertionError(name + " is said to be " + view.status());
        }
    }

    private void startCompletesAndStopUndoes(Leapp leapp) {
        SessionId id = session(leapp).orElseGet(() -> add(leapp, CrashScene.SESSION));
        SessionView started = leapp.sessions().start(id, StartOptions.none());
        assertThat(started.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(caller(CrashScene.SESSION)).contains("user/ops");
        leapp.sessions().stop(id);
        nothingIsLeft(leapp);
        add(leapp, "later");
        assertThat(Home.files(scene.home().leapp()).keySet()).noneMatch(file -> file.endsWith(".tmp"));
    }

    private void stopUndoes(Leapp leapp) {
        session(leapp).ifPresent(leapp.sessions()::stop);
        deleteFreeLocks();
        nothingIsLeft(leapp);
    }

    /** Killed between locking the user's files and the receipt, a start leaves empty lock files; the next start takes them over. */
    private void deleteFreeLocks() {
        for (String name : List.of(".config.leapp.lock", ".credentials.leapp.lock")) {
            Path lock = scene.home().credentials().resolveSibling(name);
            if (Files.exists(lock) && Home.read(lock).isEmpty()) {
                lock.toFile().delete();
            }
        }
    }

    private static Optional<SessionId> session(Leapp leapp) {
        return leapp.sessions().list().stream()
                .filter(view -> view.session().name().equals(CrashScene.SESSION))
                .map(view -> view.session().id())
                .findFirst();
    }

    private static SessionId add(Leapp leapp, String name) {
        return leapp.sessions()
                .add(NewSession.builder(new SessionType("aws-iam-user"), name)
                        .region("eu-west-1")
                        .profile(name)
                        .value("accessKeyId", CrashScene.KEY_ID)
                        .secret("secretAccessKey", Secret.of(CrashScene.SECRET))
                        .build())
                .id();
    }

    private void nothingIsLeft(Leapp leapp) {
        assertThat(scene.home().awsFiles()).isEqualTo(CrashScene.userFiles());
        assertThat(Home.files(scene.home().leapp()).keySet())
                .noneMatch(file -> file.startsWith("receipts/") || file.startsWith("cache/"));
        assertThat(leapp.sessions().list()).allMatch(view -> view.status() == SessionStatus.INACTIVE);
        assertThat(leapp.sessions().list())
                .extracting(view -> view.session().name())
                .contains(CrashScene.BYSTANDER);
    }

    private Optional<Profile> published(String profile) {
        Path file = scene.home().credentials();
        return ProfileFile.builder()
                .content(file)
                .type(ProfileFile.Type.CREDENTIALS)
                .build()
                .profile(profile);
    }

    /** Asks the server who calls with what is published. */
    private String caller(String profile) {
        Map<String, String> keys = published(profile).orElseThrow().properties();
        AwsSessionCredentials credentials = AwsSessionCredentials.create(
                keys.get("aws_access_key_id"), keys.get("aws_secret_access_key"), keys.get("aws_session_token"));
        try (StsClient client = StsClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(sts.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build()) {
            return client.getCallerIdentity().arn();
        }
    }
}

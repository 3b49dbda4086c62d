package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsFailure;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole life of a session, as processes that tell all they can, with secrets that can be recognised: afterwards they are
 * nowhere but where they were promised to be.
 */
class CanaryTest {

    private static final String KEY_ID = "AKIACANARYCANARY0000";
    private static final String SECRET = "Canary/Long+Term/Secret/Key/Of/Forty/Chr";
    private static final String WRONG = "Canary/Wrong+Term/Secret/Key/Of/FortyChr";
    private static final String PASSPHRASE = "canary passphrase, with spaces & signs";
    private static final String MFA_DEVICE = "arn:aws:iam::123456789012:mfa/canary";
    private static final String MFA_CODE = "747382";

    private static final Pattern VALUE = Pattern.compile("\"(SecretAccessKey|SessionToken)\":\\s*\"([^\"]+)\"");

    @TempDir
    Path directory;

    private final Canary canary = new Canary();
    private LocalSts sts;
    private Home home;
    private ProcessWatch watch;

    @BeforeEach
    void start() {
        sts = LocalSts.builder()
                .user(new StsUser("ops", KEY_ID, SECRET))
                .mfa(MFA_DEVICE, MFA_CODE)
                .start();
        home = Home.in(directory)
                .endpoint(sts.endpoint().toString())
                .env("LEAPP_PASSPHRASE", PASSPHRASE)
                .property("jna.tmpdir", directory.resolve("tmp").toString())
                .property("java.util.logging.SimpleFormatter.format", "%5$s%6$s%n");
        canary.add("the long-term secret", SECRET)
                .add("the wrong secret", WRONG)
                .add("the passphrase", PASSPHRASE);
        watch = ProcessWatch.start();
    }

    @AfterEach
    void stop() {
        watch.close();
        sts.close();
    }

    @Test
    void secretsAreNowhereButWhereTheyWerePromised() {
        AwsCli aws = AwsCli.on(home, sts.endpoint());
        verbose(
                "add",
                SECRET,
                "--type",
                "aws-iam-user",
                "--name",
                "ops",
                "--region",
                "eu-west-1",
                "--profile",
                "ops",
                "--access-key-id",
                KEY_ID,
                "--secret-access-key-stdin");
        verbose("start", "", "ops");
        recogniseIssued();
        assertThat(aws.run(Map.of("LEAPP_PASSPHRASE", ""), "sts", "get-caller-identity", "--profile", "ops")
                        .ok())
                .contains("user/ops");
        verbose("rotate", "", "ops");
        recogniseIssued();
        verbose("list", "");
        home.leapp("exec", "ops", "--verbose", "--", "sh", "-c", "read line; :").ok();
        assertThat(leaks(this::isPublishedOrGenerated)).isEmpty();

        verbose("stop", "", "ops");
        verbose("edit", WRONG, "ops", "--secret-access-key-stdin");
        Finished refused = home.leapp("session", "start", "ops", "--verbose");
        assertThat(refused.code()).as("%s", refused).isEqualTo(6);
        assertThat(refused.err()).contains("Caused by: ");
        verbose("edit", SECRET, "ops", "--secret-access-key-stdin", "--mfa-device", MFA_DEVICE);
        startWithMfaOnATerminal();
        recogniseIssued();
        verbose("stop", "", "ops");
        verbose("delete", "", "ops", "--force");

        assertThat(watch.saw("dev.leapp.cli.Main session start")).isTrue();
        assertThat(leaks(CanaryTest::isGenerated)).isEmpty();
    }

    /** Processes log from FINE on; here is all the rest, of our libraries too, and what a caller of the library can catch. */
    @Test
    void logsAtTheFinestLevelAndExceptionsTellNoSecret() {
        Map<String, String> told = new TreeMap<>();
        try (FinestLog log = FinestLog.start();
                Leapp leapp = Leapp.builder()
                        .home(home.user())
                        .environment(Environment.of(home.environment()))
                        .build()) {
            SessionId id = leapp.sessions().add(session(SECRET)).id();
            leapp.sessions().start(id, StartOptions.none());
            recognise(leapp.sessions().credentials(id, CredentialRequest.standard()));
            leapp.sessions().rotate(id);
            recognise(leapp.sessions().credentials(id, CredentialRequest.standard()));
            leapp.sessions().stop(id);
            SessionId wrong = leapp.sessions().add(session(WRONG)).id();
            told.put(
                    "exception",
                    FinestLog.trace(catchThrowable(() -> leapp.sessions().start(wrong, StartOptions.none()))));
            told.put("log", log.text());
        }

        assertThat(told.get("exception")).contains("Caused by: ");
        assertThat(told.get("log")).contains("software.amazon.awssdk");
        assertThat(canary.in(told, none -> false)).isEmpty();
    }

    @Test
    void rolesCodesAndTokensAreInNoLogAndNoException() {
        String seed = "CANARYCANARYCANARYCANARY";
        String token = "eyJhbGciOiJub25lIn0.canary-of-a-web-identity.token";
        sts.acceptWebIdentity(token, "somebody");
        canary.add("the seed", seed).add("the web identity token", token);
        Map<String, String> told = new TreeMap<>();
        try (FinestLog log = FinestLog.start();
                Leapp leapp = Leapp.builder()
                        .home(home.user())
                        .environment(Environment.of(with("WEB_TOKEN", token)))
                        .build()) {
            leapp.sessions().add(session(SECRET));
            String parent = session(SECRET).name();
            SessionId role = leapp.sessions()
                    .add(role("aws-iam-role-chained")
                            .value("parentSessionId", parent)
                            .build())
                    .id();
            SessionId web = leapp.sessions()
                    .add(role("aws-iam-role-web-identity")
                            .value("tokenVariable", "WEB_TOKEN")
                            .build())
                    .id();
            SessionId seeded = leapp.sessions()
                    .add(NewSession.builder(new SessionType("aws-iam-user"), "seeded")
                            .profile("seeded")
                            .value("accessKeyId", KEY_ID)
                            .secret("secretAccessKey", Secret.of(SECRET))
                            .value("mfaDevice", MFA_DEVICE)
                            .secret("mfaSeed", Secret.of(seed))
                            .build())
                    .id();
            recognise(leapp.sessions().credentials(role, CredentialRequest.standard()));
            recognise(leapp.sessions().credentials(web, CredentialRequest.standard()));
            told.put(
                    "refused code",
                    FinestLog.trace(
                            catchThrowable(() -> leapp.sessions().credentials(seeded, CredentialRequest.standard()))));
            sts.failNext(1, StsFailure.accessDenied("not allowed"));
            leapp.sessions()
                    .edit(web, SessionEdit.builder().value("duration", "PT1H").build());
            told.put(
                    "refused token",
                    FinestLog.trace(
                            catchThrowable(() -> leapp.sessions().credentials(web, CredentialRequest.standard()))));
            told.put("log", log.text());
        }

        assertThat(told.get("refused code")).contains("MFA code");
        assertThat(told.get("refused token")).contains("does not allow session");
        assertThat(told.get("log")).contains("software.amazon.awssdk");
        assertThat(canary.in(told, none -> false)).isEmpty();
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> environment = new TreeMap<>(home.environment());
        environment.put(name, value);
        return environment;
    }

    private static NewSession.Builder role(String type) {
        return NewSession.builder(new SessionType(type), type)
                .profile(type)
                .value("roleArn", "arn:aws:iam::123456789012:role/Admin");
    }

    private static NewSession session(String secret) {
        return NewSession.builder(new SessionType("aws-iam-user"), "ops" + secret.hashCode())
                .region("eu-west-1")
                .profile("ops")
                .value("accessKeyId", KEY_ID)
                .secret("secretAccessKey", Secret.of(secret))
                .build();
    }

    private void recognise(Credentials credentials) {
        credentials.secrets().forEach((name, secret) -> canary.add("an issued " + name, secret.reveal()));
    }

    @Test
    void plantedLeaksAreFound() {
        home.write(home.temporary().resolve("dump"), "x" + base64(SECRET));
        home.write(home.user().resolve("log.txt"), "INFO: signing with " + SECRET + "\n");
        try (Child child = Child.start(
                List.of("sh", "-c", "read line", PASSPHRASE),
                Map.of("PATH", Programs.path(), "LEAKED", "key=" + WRONG),
                home.streams())) {
            assertThat(child.process().isAlive()).isTrue();
            watch.look();
        }

        assertThat(leaks(CanaryTest::isGenerated))
                .hasSize(4)
                .anySatisfy(leak ->
                        assertThat(leak).startsWith("[the long-term secret] in").endsWith("/dump"))
                .anySatisfy(leak ->
                        assertThat(leak).startsWith("[the long-term secret] in").endsWith("/log.txt"))
                .anySatisfy(leak -> assertThat(leak).startsWith("[the passphrase] in the arguments of"))
                .anySatisfy(leak -> assertThat(leak).startsWith("[the wrong secret] in the environment of"));
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void verbose(String command, String line, String... args) {
        List<String> all = new ArrayList<>(List.of("session", command));
        all.addAll(List.of(args));
        all.add("--verbose");
        home.startWith(line.isEmpty() ? "" : line + "\n", all.toArray(String[]::new))
                .await()
                .ok();
    }

    /** From now on, the temporary credentials that the session has are looked for, too. */
    private void recogniseIssued() {
        String document = home.leapp("session", "generate", "ops", "--verbose").ok();
        Matcher value = VALUE.matcher(document);
        int found = 0;
        while (value.find()) {
            canary.add("an issued " + value.group(1), value.group(2).replace("\\/", "/"));
            found++;
        }
        assertThat(found).isEqualTo(2);
    }

    /** A pseudo-terminal asks for the code, and shows what is typed. */
    private void startWithMfaOnATerminal() {
        String script = Programs.require("script", "install util-linux");
        StringBuilder command = new StringBuilder();
        home.command("session", "start", "ops", "--verbose")
                .forEach(word -> command.append(" '").append(word).append('\''));
        Finished started = Child.start(
                        List.of(script, "--quiet", "--return", "--command", command.toString(), "/dev/null"),
                        home.environment(),
                        home.streams(),
                        MFA_CODE + "\n")
                .await();
        assertThat(started.ok()).contains("MFA code for session ops");
    }

    private List<String> leaks(Predicate<Map.Entry<String, String>> allowed) {
        List<String> leaks = new ArrayList<>(canary.in(Home.files(home.root()), allowed));
        leaks.addAll(canary.in(watch.seen(), seen -> isOurPassphrase(seen) || isOfTheProgram(seen)));
        return leaks;
    }

    /** What 'exec' is for, in the program that it ran and nowhere else; that one inherits what leapp was given. */
    private static boolean isOfTheProgram(Map.Entry<String, String> variable) {
        return variable.getKey().startsWith("the environment of sh -c read line; : ")
                && Stream.of("AWS_SECRET_ACCESS_KEY=", "AWS_SESSION_TOKEN=", "LEAPP_PASSPHRASE=")
                        .anyMatch(variable.getValue()::startsWith);
    }

    /** The one variable that is promised, in the process that it is for and in what the test starts that with. */
    private static boolean isOurPassphrase(Map.Entry<String, String> variable) {
        return variable.getValue().equals("LEAPP_PASSPHRASE=" + PASSPHRASE)
                && variable.getKey().contains(Programs.MAIN);
    }

    private boolean isPublishedOrGenerated(Map.Entry<String, String> file) {
        return home.root().resolve(file.getKey()).equals(home.credentials()) || isGenerated(file);
    }

    /** What 'session generate' prints is what it is for. */
    private static boolean isGenerated(Map.Entry<String, String> file) {
        return file.getKey().startsWith("streams/")
                && file.getKey().endsWith(".out")
                && file.getValue().startsWith("{\"Version\":1,");
    }
}

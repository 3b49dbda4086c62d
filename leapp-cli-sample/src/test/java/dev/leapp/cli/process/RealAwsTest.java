package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way by real programs: {@code leapp} hands a session over, {@code aws} uses it against a real server. */
class RealAwsTest {

    /** Comments, an odd order, Windows line ends, a nested block, a missing final newline: nothing of it may change. */
    private static final String CREDENTIALS = """
            # mine
            [work]
            aws_access_key_id=AKIAWORKWORKWORKWORK
            ; keep this
            aws_secret_access_key = ofwork

            [default]
              aws_access_key_id = AKIADEFAULTDEFAULT00
            aws_secret_access_key = ofdefault""".replace("\n", "\r\n");

    private static final String CONFIG =
            "[profile work]\nregion = eu-central-1\ns3 =\n  max_concurrent_requests = 20\n\n# the end";

    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @TempDir
    Path directory;

    private MotoServer moto;
    private Home home;

    @BeforeAll
    static void requirePrograms() {
        MotoServer.require();
        AwsCli.require();
    }

    @BeforeEach
    void start() {
        moto = MotoServer.free(directory);
        home = Home.in(directory.resolve("home")).endpoint(moto.endpoint().toString());
    }

    @AfterEach
    void stop() {
        moto.close();
    }

    @ParameterizedTest
    @MethodSource("dev.leapp.cli.process.AwsCli#all")
    void awsWorksWithAStartedSessionAndNoLongerOnceItIsStopped(String program) {
        AwsCli aws = AwsCli.on(program, home, moto.endpoint());
        home.write(home.credentials(), CREDENTIALS);
        home.write(home.config(), CONFIG);
        home.add("ops", "ops", KEY_ID, SECRET).ok();

        home.leapp("session", "start", "ops").ok();
        assertThat(aws.callerIdentity("ops").ok()).contains("\"Arn\"");
        assertThat(aws.run("configure", "get", "region", "--profile", "ops")
                        .ok()
                        .strip())
                .isEqualTo("eu-west-1");
        assertThat(home.credentials()).satisfies(RealAwsTest::isForTheOwnerOnly);

        home.leapp("session", "stop", "ops").ok();
        Finished gone = aws.callerIdentity("ops");
        assertThat(gone.code()).as("%s", gone).isNotZero();
        assertThat(gone.err()).contains("(ops) could not be found");
        assertThat(Home.read(home.credentials())).isEqualTo(CREDENTIALS);
        assertThat(Home.read(home.config())).isEqualTo(CONFIG);
        assertThat(home.awsFiles()).containsOnlyKeys("config", "credentials");
    }

    @Test
    void stoppingLeavesNoFilesThatWereNotThereBefore() {
        AwsCli aws = AwsCli.on(home, moto.endpoint());
        home.add("ops", "default", KEY_ID, SECRET).ok();

        home.leapp("session", "start", "ops").ok();
        assertThat(aws.run("sts", "get-caller-identity").ok()).contains("\"Arn\"");

        home.leapp("session", "stop", "ops").ok();
        assertThat(home.awsFiles()).isEmpty();
        assertThat(home.unused()).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("dev.leapp.cli.process.AwsCli#all")
    void generateIsACredentialProcessOfAws(String program) {
        AwsCli aws = AwsCli.on(program, home, moto.endpoint());
        home.property("leapp.command", wrapper());
        home.add("ops", "ops", KEY_ID, SECRET, "--chain", "aws-credential-process")
                .ok();
        home.leapp("session", "start", "ops").ok();

        assertThat(aws.callerIdentity("ops").ok()).contains("\"Arn\"");
        assertThat(Home.read(home.config())).contains("credential_process").doesNotContain(SECRET);
        assertThat(home.credentials()).doesNotExist();

        home.leapp("session", "stop", "ops").ok();
        assertThat(aws.callerIdentity("ops").code()).isNotZero();
        assertThat(home.awsFiles()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.leapp.cli.process.AwsCli#all")
    void generateWrittenByHandIsACredentialProcessOfAws(String program) {
        AwsCli aws = AwsCli.on(program, home, moto.endpoint());
        home.add("ops", "ops", KEY_ID, SECRET).ok();
        home.write(
                home.config(),
                "[profile byhand]\nregion = eu-west-1\ncredential_process = \"" + wrapper()
                        + "\" session generate ops\n");

        assertThat(aws.callerIdentity("byhand").ok()).contains("\"Arn\"");
    }

    /** Writes a program that is {@code leapp} in this home, as an installed one would be found by other programs. */
    private String wrapper() {
        StringBuilder script = new StringBuilder("#!/bin/sh\nexec");
        home.command().stream()
                .limit(home.command().size() - 2)
                .forEach(word -> script.append(" '").append(word).append("'"));
        script.append(" \"$@\" --home '").append(home.user()).append("'\n");
        Path file = home.root().resolve("leapp wrapper");
        home.write(file, script.toString());
        file.toFile().setExecutable(true);
        return file.toString();
    }

    private static void isForTheOwnerOnly(Path file) throws java.io.IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}

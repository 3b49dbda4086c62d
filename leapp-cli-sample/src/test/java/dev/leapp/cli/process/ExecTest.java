package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real programs that get a session's credentials in their environment. */
class ExecTest {

    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @TempDir
    Path directory;

    private LocalSts sts;
    private Home home;

    @BeforeAll
    static void requirePrograms() {
        AwsCli.require();
    }

    @BeforeEach
    void start() {
        sts = LocalSts.builder().user(new StsUser("ops", KEY_ID, SECRET)).start();
        home = Home.in(directory)
                .endpoint(sts.endpoint().toString())
                .property("jna.tmpdir", directory.resolve("tmp").toString());
        home.add("ops", "ops", KEY_ID, SECRET).ok();
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    @ParameterizedTest
    @MethodSource("dev.leapp.cli.process.AwsCli#all")
    void awsUsesTheSessionThroughItsEnvironmentOnly(String program) {
        String endpoint = sts.endpoint().toString();
        home.env("AWS_PROFILE", "of-another-account").env("AWS_PAGER", "");

        Finished called =
                home.leapp("exec", "ops", "--", program, "sts", "get-caller-identity", "--endpoint-url", endpoint);
        Finished configured = home.leapp("exec", "ops", "--", program, "configure", "list");

        assertThat(called.ok()).contains("user/ops");
        assertThat(called.err()).isEmpty();
        assertThat(configured.ok()).contains("env").contains("eu-west-1");
        assertThat(home.awsFiles()).isEmpty();
        assertThat(home.unused()).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("dev.leapp.cli.process.AwsCli#all")
    void awsUsesTheSessionInAShellThatEvaluatedItsEnvironment(String program) {
        String script = "eval \"$1\"; exec \"$2\" sts get-caller-identity --endpoint-url \"$3\"";
        Finished printed = home.env("AWS_PROFILE", "other").leapp("env", "ops", "--shell", "sh");

        Finished called = Child.start(
                        List.of(
                                "sh",
                                "-c",
                                script,
                                "sh",
                                printed.ok(),
                                program,
                                sts.endpoint().toString()),
                        Map.of("PATH", Programs.path(), "HOME", home.unused().toString(), "AWS_PROFILE", "other"),
                        home.streams(),
                        "")
                .await();

        assertThat(called.ok()).contains("user/ops");
    }

    @Test
    void ssmRunsTheAwsCliWithPlainArguments() {
        Path programs = home.root().resolve("programs");
        home.program(programs.resolve("session-manager-plugin"), "exit 1");
        home.program(programs.resolve("aws"), """
                case $2 in
                describe-instance-information) printf 'i-0aaa\\tweb; reboot\\tLinux\\n' ;;
                start-session) printf '%s\\n' "$@" "$AWS_REGION" "${AWS_SESSION_TOKEN:+with a token}" "$AWS_PROFILE" ;;
                esac""");
        home.env("PATH", programs + ":" + Programs.path()).env("AWS_PROFILE", "other");

        Finished connected = home.leapp("session", "ssm", "ops", "web; reboot");

        assertThat(connected.ok())
                .isEqualTo("ssm\nstart-session\n--target\ni-0aaa\n--region\neu-west-1\neu-west-1\nwith a token\n\n");
    }
}

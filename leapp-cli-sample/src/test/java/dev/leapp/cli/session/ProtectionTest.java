package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that have the tag protected. */
class ProtectionTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("prod", "prod");
        tagged("protected", "true");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @ParameterizedTest
    @CsvSource({"start", "delete", "rotate-key"})
    void whereNobodyCanBeAskedOnlyYesWillDo(String command) {
        TestCli.Run refused = cli.run("session", command, "prod");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).isEqualTo("leapp: Session prod is protected\n  hint: --yes says that you mean it\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exec prod -- true", "env prod", "serve prod", "session ssm prod i-0abc", "session console prod"
            })
    void whatHandsOutCredentialsNeedsAYes(String line) {
        TestCli.Run refused = cli.run(line.split(" ", -1));

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("Session prod is protected", "--yes");
    }

    @Test
    void yesHandsThemOut() {
        assertThat(cli.ok("env", "prod", "--yes", "--shell", "sh")).contains("AWS_ACCESS_KEY_ID");
        assertThat(cli.run("exec", "--yes", "prod", "--", "true").code()).isZero();
        assertThat(cli.programs.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.command()).containsExactly("true"));
    }

    @Test
    void yesStartsIt() {
        assertThat(cli.ok("session", "start", "prod", "--yes")).startsWith("session prod started");
        assertThat(cli.ok("session", "generate", "prod"))
                .as("what is started was agreed to")
                .contains("AccessKeyId");
        assertThat(cli.ok("session", "rotate", "prod")).startsWith("session prod rotated");
        assertThat(cli.ok("session", "stop", "prod")).isEqualTo("session prod stopped\n");
    }

    @Test
    void toolsGetNothingOfItBeforeItIsStarted() {
        TestCli.Run refused = cli.run("session", "generate", "prod");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).isEqualTo("""
                        leapp: Session prod is protected, and not started
                          hint: run in a terminal: leapp session start 'prod'
                        """);
    }

    @Test
    void onATerminalItAsks() {
        TestCli.Run no = cli.typing("n").run("session", "start", "prod");
        assertThat(no.code()).isEqualTo(130);
        assertThat(no.err())
                .contains("Session prod is protected; start it? (y/N)")
                .contains("Nothing was done");
        assertThat(home.resolve(".aws/credentials")).doesNotExist();

        assertThat(cli.typing("y").run("session", "start", "prod").code()).isZero();
    }

    @Test
    void forceAloneDoesNotDeleteIt() {
        assertThat(cli.run("session", "delete", "prod", "--force").code()).isEqualTo(4);
        assertThat(cli.ok("session", "delete", "prod", "--force", "--yes")).isEqualTo("session prod deleted\n");
    }

    @ParameterizedTest
    @CsvSource({"protected,false", "protected,FALSE", "environment,prod"})
    void anotherTagProtectsNothing(String tag, String value) {
        cli.ok("session", "tag", "prod", "--remove", "protected");
        tagged(tag, value);

        assertThat(cli.run("session", "start", "prod").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"protected,true", "protected,yes", "protected,0"})
    void anyValueButFalseProtects(String tag, String value) {
        tagged(tag, value);

        assertThat(cli.run("session", "start", "prod").code()).isEqualTo(4);
    }

    private void tagged(String tag, String value) {
        cli.ok("session", "tag", "prod", tag + "=" + value);
    }
}

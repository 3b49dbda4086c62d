package dev.leapp.cli.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvTest {

    private static final String LOCAL = """
            export AWS_ACCESS_KEY_ID='test'
            export AWS_SECRET_ACCESS_KEY='test'
            export AWS_REGION='eu-west-1'
            export AWS_DEFAULT_REGION='eu-west-1'
            export AWS_ENDPOINT_URL='http://localhost:4566'
            export LEAPP_SESSION='local'
            """;

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
        cli.ok("session", "add", "--type", "aws-localstack", "--name", "local", "--region", "eu-west-1");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void printsTheSessionsVariablesAndRemovesWhatWouldMixWithThem() {
        cli.env("AWS_PROFILE", "other").env("AWS_REGION", "other").env("AWS_PAGER", "");

        assertThat(cli.run("env", "local", "--shell", "bash"))
                .isEqualTo(new TestCli.Run(0, "unset AWS_ENDPOINT_URL_STS\nunset AWS_PROFILE\n" + LOCAL, ""));
    }

    @Test
    void temporaryCredentialsComeWithTheirToken() {
        cli.withSession("ops", "ops");

        assertThat(cli.ok("env", "ops", "--shell", "zsh"))
                .contains("export AWS_ACCESS_KEY_ID='ASIA", "export AWS_SESSION_TOKEN='")
                .doesNotContain(TestCli.SECRET_KEY);
    }

    @Test
    void theShellIsTheOneThatAsksElseTheUsersElseAnyOfTheBourneFamily() {
        assertThat(cli.ok("env", "local")).endsWith(LOCAL);
        cli.env("SHELL", "/usr/bin/fish");
        assertThat(cli.ok("env", "local")).contains("set -gx AWS_REGION 'eu-west-1'\n");
        cli.programs.startedBy("/usr/bin/bash");
        assertThat(cli.ok("env", "local")).endsWith(LOCAL);
        cli.programs.startedBy("/usr/bin/make");
        assertThat(cli.ok("env", "local")).contains("set -gx ");
        cli.programs.startedBy("C:\\Program Files\\PowerShell\\7\\pwsh.exe");
        assertThat(cli.ok("env", "local")).contains("$env:AWS_REGION = 'eu-west-1'\n");
    }

    @Test
    void jsonIsOneObject() {
        cli.env("AWS_PROFILE", "other");
        String json = cli.ok("env", "local", "--shell", "json");

        assertThat(json).startsWith("{").contains("\"AWS_REGION\": \"eu-west-1\"", "\"AWS_PROFILE\": null");
        assertThat(cli.ok("env", "local", "--output", "json")).isEqualTo(json);
    }

    @Test
    void aDotenvFileOnlySetsAndSaysWhatItCanNotRemove() {
        cli.env("AWS_PROFILE", "other");
        TestCli.Run run = cli.run("env", "local", "--shell", "dotenv");

        assertThat(run.out()).contains("AWS_REGION=eu-west-1\n").doesNotContain("AWS_PROFILE");
        assertThat(run.err()).contains("AWS_PROFILE");
    }

    @Test
    void unsetRemovesWhatDecidesAndNeedsNoWorkspace(@TempDir Path empty) {
        try (TestCli other = new TestCli(empty)) {
            other.env("AWS_PROFILE", "x")
                    .env("LEAPP_SESSION", "local")
                    .env("AWS_PAGER", "")
                    .env("AWS_SESSION_TOKEN", "t");

            assertThat(other.run("env", "--unset", "--shell", "sh"))
                    .isEqualTo(new TestCli.Run(
                            0,
                            "unset AWS_ENDPOINT_URL_STS\nunset AWS_PROFILE\nunset AWS_SESSION_TOKEN\nunset LEAPP_SESSION\n",
                            ""));
            assertThat(empty.resolve(".Leapp")).doesNotExist();
            assertThat(other.run("env", "ops", "--unset").code()).isEqualTo(2);
        }
    }

    @Test
    void aNameThatIsNoVariableOfAShellIsNotPrinted() {
        cli.env("AWS_ENDPOINT_URL_;reboot", "x");

        assertThat(cli.ok("env", "local", "--shell", "sh")).doesNotContain("reboot");
    }

    @Test
    void onATerminalItSaysHowToUseIt() {
        TestCli.Run run = cli.terminal(80).run("env", "local", "--shell", "fish");

        assertThat(run.out()).contains("set -gx AWS_REGION");
        assertThat(run.err()).contains("leapp env local --shell fish | source");
        assertThat(cli.piping("").run("env", "local", "--shell", "fish").err()).isEmpty();
    }

    @Test
    void anUnknownShellIsToldWithThoseThatThereAre() {
        TestCli.Run run = cli.run("env", "local", "--shell", "tcsh");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("bash, zsh, sh, fish, pwsh, cmd, dotenv, json");
    }
}

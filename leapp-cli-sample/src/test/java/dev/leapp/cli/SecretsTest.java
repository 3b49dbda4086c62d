package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void noCommandShowsALongTermSecretInItsOutputOrItsErrors() {
        List<TestCli.Run> runs = new ArrayList<>();
        try (TestCli cli = new TestCli(home)) {
            runs.add(cli.run(
                    "session",
                    "add",
                    "--type",
                    "aws-iam-user",
                    "--name",
                    "ops",
                    "--access-key-id",
                    TestCli.KEY_ID,
                    "--secret-access-key",
                    TestCli.SECRET_KEY,
                    "--verbose"));
            runs.add(cli.run(
                    "session",
                    "add",
                    "--type",
                    "aws-iam-user",
                    "--nme",
                    "ops",
                    "--secret-acces-key",
                    TestCli.SECRET_KEY));
            runs.add(cli.run("session", "add", "--type", "aws-iam-user", TestCli.SECRET_KEY));
            runs.add(cli.run(
                    "session",
                    "add",
                    "--type",
                    "aws-localstack",
                    "--name",
                    "x",
                    "--secret-access-key",
                    TestCli.SECRET_KEY));
            runs.add(cli.run("session", "edit", "ops", "--secret-access-key=" + TestCli.SECRET_KEY, "--duration", "x"));
            for (String format : List.of("table", "json", "csv")) {
                runs.add(cli.run("session", "list", "-x", "--verbose", "--output", format));
                runs.add(cli.run("session", "start", "ops", "--verbose", "--output", format));
                runs.add(cli.run("session", "rotate", "ops", "--verbose", "--output", format));
                runs.add(cli.run("session", "generate", "ops", "--verbose", "--output", format));
                runs.add(cli.run("exec", "ops", "--verbose", "--output", format, "--", "true"));
                runs.add(cli.run("env", "ops", "--verbose", "--output", format));
                runs.add(cli.run("session", "stop", "ops", "--verbose", "--output", format));
            }
            runs.add(cli.run("session", "delete", "ops", "--verbose"));
        }

        assertThat(runs)
                .hasSize(27)
                .allSatisfy(run -> assertThat(run.out() + run.err()).doesNotContain(TestCli.SECRET_KEY));
        assertThat(runs).filteredOn(run -> run.code() == 0).hasSizeGreaterThan(20);
    }
}

package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalFlagsTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void globalFlagsWorkBeforeAndAfterTheCommand() {
        String after = cli.ok("session", "list", "--output", "json");

        assertThat(after).isEqualTo("[]\n");
        assertThat(cli.ok("--output", "json", "session", "list")).isEqualTo(after);
        assertThat(cli.ok("session", "--output", "json", "list")).isEqualTo(after);
        assertThat(cli.ok("--output=JSON", "session", "list")).isEqualTo(after);
    }

    @Test
    void homeReplacesTheHomeDirectoryForEverything(@TempDir Path other) {
        cli.ok(
                "session",
                "add",
                "--home",
                other.toString(),
                "--type",
                "aws-localstack",
                "--name",
                "elsewhere",
                "--profile",
                "e");
        cli.ok("--home", other.toString(), "session", "start", "elsewhere");

        assertThat(other.resolve(".Leapp/Leapp-lock.json")).exists();
        assertThat(other.resolve(".aws/credentials")).exists();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void verboseTellsWhatIsDoneWithoutSecrets() {
        cli.withSession("ops", "ops");

        TestCli.Run run = cli.run("session", "start", "ops", "--verbose");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("session ops started on profile ops, expires in 10h\n");
        assertThat(run.err()).contains("leapp: ").doesNotContain(TestCli.SECRET_KEY);
        assertThat(cli.run("session", "rotate", "ops").err()).isEmpty();
    }
}

package dev.leapp.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandsTest {

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
    void createAddsAProfileAndListShowsIt() {
        assertThat(cli.ok("profile", "create", "production")).isEqualTo("profile production created\n");
        assertThat(cli.ok("profile", "list")).isEqualTo("Profile Name  Sessions\ndefault       0\nproduction    0\n");
        assertThat(cli.run("profile", "create", "production").code()).isEqualTo(4);
        assertThat(cli.run("profile", "create", " ").code()).isEqualTo(2);
        assertThat(cli.run("profile", "create").err()).isEqualTo("leapp: Missing NAME\n");
    }

    @Test
    void createTellsProgramsTheId() {
        assertThat(cli.ok("profile", "create", "--profileName", "a", "--output", "json"))
                .matches("(?s)\\{\\s+\"id\": \"[0-9a-f-]{36}\",\\s+\"name\": \"a\"\\s+}\\n");
    }

    @Test
    void createAsksForTheNameOnATerminal() {
        TestCli.Run run = cli.typing("asked").run("profile", "create");

        assertThat(run.out()).isEqualTo("profile asked created\n");
        assertThat(run.err()).isEqualTo("Profile name: ");
    }

    @Test
    void editRenamesAProfileAndItsSessionsStayOnIt() {
        cli.withSession("ops", "old");

        assertThat(cli.ok("profile", "edit", "old", "new")).isEqualTo("profile renamed to new\n");
        assertThat(cli.ok("session", "list", "--columns", "profile", "--no-header"))
                .isEqualTo("new\n");
        assertThat(cli.run("profile", "edit", "default", "x").code()).isNotZero();
        assertThat(cli.run("profile", "edit", "nope", "x").code()).isEqualTo(3);
    }

    @Test
    void deleteMovesSessionsOnlyWhenAskedOrForced() {
        cli.withSession("ops", "old");

        TestCli.Run alone = cli.run("profile", "delete", "old");
        TestCli.Run refused = cli.typing("").run("profile", "delete", "old");
        TestCli.Run agreed = cli.typing("y").run("profile", "delete", "old");

        assertThat(alone.code()).isEqualTo(4);
        assertThat(alone.err()).contains("Profile old has sessions: ops", "--force");
        assertThat(refused.code()).isEqualTo(130);
        assertThat(agreed.out()).isEqualTo("profile old deleted; now on profile default: ops\n");
        assertThat(cli.piping("").ok("session", "list", "--columns", "profile", "--no-header"))
                .isEqualTo("default\n");
    }

    @Test
    void theDefaultProfileCannotBeDeleted() {
        assertThat(cli.run("profile", "delete", "default", "--force").code()).isNotZero();
        assertThat(cli.ok("profile", "list", "--no-header")).isEqualTo("default  0\n");
    }
}

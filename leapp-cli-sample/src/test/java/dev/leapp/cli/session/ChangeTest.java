package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.cli.run.Engine;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionView;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edit, delete, change-profile and change-region. */
class ChangeTest {

    private static final String MACHINE_ID = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void editChangesWhatIsGivenAndNothingElse() {
        assertThat(cli.ok("session", "edit", "ops", "--name", "operations", "--duration", "PT1H"))
                .isEqualTo("session operations edited\n");

        assertThat(cli.ok("session", "list", "--no-header"))
                .isEqualTo("operations  aws-iam-user  ops  eu-west-1  inactive  -\n");
        assertThat(cli.ok("session", "start", "operations")).endsWith("expires in 1h\n");
    }

    @Test
    void editWithoutFlagsIsAUsageErrorWithoutATerminal() {
        TestCli.Run run = cli.run("session", "edit", "ops");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("leapp: What should change?");
    }

    @Test
    void aNameWithControlCharactersIsRefusedAndNeverShown() {
        TestCli.Run edited = cli.run("session", "edit", "ops", "--name", "a\033[2Jb");
        TestCli.Run added = cli.run("session", "add", "--type", "aws-localstack", "--name", "a\033[2Jb");

        assertThat(edited.code()).isEqualTo(2);
        assertThat(added.code()).isEqualTo(2);
        assertThat(edited.err() + added.err())
                .contains("A session's name can't have control characters")
                .doesNotContain("\033");
        assertThat(cli.ok("session", "list", "--columns", "name", "--no-header"))
                .isEqualTo("ops\n");
    }

    @Test
    void aNameWithControlCharactersFromElsewhereIsShownWithoutThem() {
        String id = cli.ok("session", "get-id", "ops").strip();
        try (Engine engine = cli.open(new Engine.Surroundings(
                home, Map.of("LEAPP_MACHINE_ID", MACHINE_ID), UserInteraction.nonInteractive()))) {
            SessionView ops = engine.sessions().find(id);
            engine.sessions()
                    .edit(
                            ops.session().id(),
                            SessionEdit.builder().name("o\033[2J\u009bps").build());
        }

        assertThat(cli.ok("session", "start", id)).startsWith("session o?[2J?ps started");
        assertThat(cli.ok("session", "list", "--columns", "name", "--no-header"))
                .isEqualTo("o?[2J?ps\n");
        TestCli.Run asked = cli.typing("1").run("session", "rotate");
        assertThat(asked.out() + asked.err()).contains("1  o?[2J?ps").doesNotContain("\033[2J", "\u009b");
    }

    @Test
    void editAsksFieldByFieldOnATerminal() {
        TestCli.Run run = cli.typing("renamed", "n", "n", "", "PT2H").run("session", "edit", "ops");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("Name [ops]: ", "Change Secret access key? (y/N): ");
        assertThat(cli.piping("").ok("session", "start", "renamed")).endsWith("expires in 2h\n");
    }

    @Test
    void deleteAsksOnATerminalAndGoesAheadWithForce() {
        TestCli.Run refused = cli.typing("n").run("session", "delete", "ops");
        assertThat(refused.code()).isEqualTo(130);
        assertThat(refused.err()).contains("Delete session ops and its secrets? (y/N): ", "Nothing was deleted");

        assertThat(cli.ok("session", "delete", "ops", "--force")).isEqualTo("session ops deleted\n");
        assertThat(cli.piping("").ok("session", "list", "--output", "json")).isEqualTo("[]\n");
    }

    @Test
    void deleteTellsProgramsWhatWent() {
        String id = cli.ok("session", "get-id", "ops").strip();

        assertThat(cli.ok("session", "delete", "ops", "--output", "json"))
                .contains("\"id\": \"" + id + "\"", "\"status\": \"deleted\"", "\"deleted\": [");
    }

    @Test
    void changeProfileMovesAnActiveSession() {
        cli.ok("session", "start", "ops");

        assertThat(cli.ok("session", "change-profile", "ops", "prod"))
                .isEqualTo("session ops is now on profile prod\n");
        assertThat(home.resolve(".aws/credentials"))
                .content()
                .contains("[prod]")
                .doesNotContain("[ops]");
        assertThat(cli.run("session", "change-profile", "ops", "a]b").code()).isEqualTo(2);
        assertThat(cli.run("session", "change-profile", "ops").err()).startsWith("leapp: Missing PROFILE");
    }

    @Test
    void changeProfileTakesTheOlderFlags() {
        String session = cli.ok("session", "get-id", "ops").strip();
        String profile = cli.ok(
                        "profile", "list", "-x", "--no-header", "--filter", "Profile Name=default", "--columns", "id")
                .strip();

        assertThat(cli.ok("session", "change-profile", "--sessionId", session, "--profileId", profile))
                .isEqualTo("session ops is now on profile default\n");
    }

    @Test
    void changeRegionAcceptsUnknownRegionsWithANoteAndRefusesNonsense() {
        assertThat(cli.ok("session", "change-region", "ops", "eu-central-1"))
                .isEqualTo("session ops is now in region eu-central-1\n");
        TestCli.Run unknown = cli.run("session", "change-region", "ops", "--region", "eu-central-9");
        assertThat(unknown.code()).isZero();
        assertThat(unknown.err()).contains("eu-central-9 is not known here", "did you mean eu-central-");
        TestCli.Run nonsense = cli.run("session", "change-region", "ops", "frankfurt");
        assertThat(nonsense.code()).isEqualTo(2);
        assertThat(cli.run("session", "change-region", "ops").code()).isEqualTo(2);
    }
}

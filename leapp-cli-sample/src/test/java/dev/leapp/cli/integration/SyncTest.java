package dev.leapp.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {

    @TempDir
    Path home;

    private final FakeIntegrations integrations =
            new FakeIntegrations(FakeIntegrations.CENTER).with(Plans.corp(LoginState.none(), 0, 0));
    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
        cli.opening(integrations.in(cli::open));
    }

    @AfterEach
    void close() {
        cli.close();
    }

    private void finds(Plans plans) {
        integrations.syncing(options -> plans.plan());
    }

    @Test
    void showsWhatChangedAndHowMuchInAllAtEightyColumns() {
        finds(new Plans()
                .add("prod", "Admin", "profile prod-Admin was taken: prod-Admin-2")
                .change("staging-ReadOnly", "stage-ReadOnly")
                .lose("old-Admin", true, false, Plans.session("child", "1", "x"))
                .keep(4950));

        TestCli.Run run = cli.terminal(80).run("integration", "sync", "corp");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .allSatisfy(line ->
                        assertThat(line.replaceAll("\033\\[[0-9;]*m", "")).hasSizeLessThanOrEqualTo(80));
        assertThat(run.out().replaceAll("\033\\[[0-9;]*m", ""))
                .containsPattern("\\+ added +prod-Admin +profile prod-Admin was taken")
                .containsPattern("~ changed +stage-ReadOnly +name: staging-ReadOnly -> stage")
                .containsPattern("- orphaned +old-Admin +gone upstream; child hangs on it")
                .endsWith("1 session added, 1 changed, 1 gone (orphaned), 4,950 unchanged\n");
        assertThat(run.err().replaceAll("\\s+", " ")).contains("'leapp integration sync corp --prune' deletes them");
        assertThat(integrations.asked).contains("sync");
    }

    @Test
    void aDryRunChangesNothing() {
        finds(new Plans().add("prod", "Admin").lose("old-Admin", true, false).keep(3));

        String out = cli.ok("integration", "sync", "corp", "--dry-run");

        assertThat(out).endsWith("1 session to add, 1 gone (orphaned), 3 unchanged\n");
        assertThat(integrations.asked).doesNotContain("sync");
    }

    @Test
    void thePlanIsOneDocumentForPrograms() {
        finds(new Plans()
                .add("prod", "Admin", "a note")
                .change("a", "b")
                .lose("old-Admin", true, false, Plans.session("child", "1", "x"))
                .miss("secret", "left out", false)
                .keep(2));

        String out = cli.ok("integration", "sync", "--dry-run", "--output", "json");

        assertThat(out)
                .contains(
                        "\"integration\": \"corp\"",
                        "\"dryRun\": true",
                        "\"listedAt\": \"2026-03-01T08:00:00Z\"",
                        "\"name\": \"prod-Admin\"",
                        "\"account\": \"111111111111\"",
                        "\"role\": \"Admin\"",
                        "\"notes\": [",
                        "\"name: a -> b\"",
                        "\"newly\": true",
                        "\"deleted\": false",
                        "\"dependents\": [",
                        "\"name\": \"child\"",
                        "\"unchanged\": 2",
                        "\"reason\": \"left out\"",
                        "\"failed\": false")
                .startsWith("{");
        assertThat(cli.ok("integration", "sync", "--dry-run", "--output", "csv"))
                .startsWith(
                        "Change,Session,ID,Account,Role,Details\nadded,prod-Admin,id-of-prod-Admin,111111111111,Admin,");
    }

    @Test
    void whatIsToBeListedIsPassedOn() {
        finds(new Plans().keep(1));

        assertThat(cli.ok(
                        "integration",
                        "sync",
                        "corp",
                        "--account",
                        "prod-*",
                        "--account",
                        "1*",
                        "--role",
                        "Read*",
                        "--fresh"))
                .isEqualTo("nothing changed, 1 session unchanged\n");

        assertThat(integrations.asked.get(0))
                .isEqualTo("list corp-id SyncOptions[SyncFilter[accounts=[prod-*, 1*], roles=[Read*]], afresh]");
    }

    @Test
    void accountsThatCouldNotBeListedAreToldAndEndInAFailureThoughTheRestIsDone() {
        finds(new Plans().add("prod", "Admin").miss("flaky", "HTTP 500 from the portal", true));

        TestCli.Run run = cli.run("integration", "sync", "corp");

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out()).endsWith("1 session added, 1 account not listed\n");
        assertThat(run.err())
                .contains(
                        "! account flaky (444444444444) not listed: HTTP 500 from the portal",
                        "leapp: 1 account could not be listed: flaky; their sessions stay as they were",
                        "'leapp integration sync corp' asks for them again");
        TestCli.Run json = cli.run("integration", "sync", "corp", "--output", "json");
        assertThat(json.code()).isEqualTo(7);
        assertThat(json.out()).contains("\"failed\": true").startsWith("{").endsWith("}\n");
    }

    @Test
    void aLongPlanIsShortenedOnATerminalOnly() {
        Plans many = new Plans();
        for (int i = 0; i < 5000; i++) {
            many.add("account" + i, "Admin");
        }
        finds(many);

        String shown = cli.terminal(80).ok("integration", "sync", "corp");
        String all = cli.terminal(80).ok("integration", "sync", "corp", "--all");
        String piped = cli.piping("").ok("integration", "sync", "corp");

        assertThat(shown).contains("and 4,980 more", "--all shows them").hasLineCount(23);
        assertThat(shown).endsWith("5,000 sessions added\n");
        assertThat(all).hasLineCount(5002);
        assertThat(piped).hasLineCount(5002);
    }

    @Test
    void pruningAsksAndNamesWhatHangsOnIt() {
        finds(new Plans().lose("old-Admin", true, true, Plans.session("child", "1", "x")));

        TestCli.Run no = cli.typing("n").run("integration", "sync", "corp", "--prune");
        TestCli.Run yes = cli.typing("y").run("integration", "sync", "corp", "--prune");

        assertThat(no.code()).isEqualTo(130);
        assertThat(no.err())
                .contains("Delete 1 session (old-Admin), and 1 session that hang on them (child)?")
                .contains("Nothing was changed");
        assertThat(yes.code()).isZero();
        assertThat(yes.out()).contains("and with it child").endsWith("2 sessions deleted\n");
        assertThat(integrations.asked.stream().filter("sync as agreed"::equals)).hasSize(1);
        assertThat(integrations.asked).doesNotContain("sync");
    }

    @Test
    void noAccountAtAllIsToldAndDeletesNothing() {
        finds(new Plans().withoutAccounts().keep(7));

        for (String format : List.of("table", "json")) {
            TestCli.Run run = cli.run("integration", "sync", "corp", "--prune", "--output", format);

            assertThat(run.code()).isZero();
            assertThat(run.err()).contains("'corp' lists no account at all; its 7 sessions stay as they are");
        }
    }

    @Test
    void pruningWithoutATerminalNeedsAYes() {
        finds(new Plans().lose("old-Admin", false, true));

        TestCli.Run refused = cli.run("integration", "sync", "corp", "--prune");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--prune would delete 1 session (old-Admin); nothing was done", "--yes");
        assertThat(integrations.asked).doesNotContain("sync");
        assertThat(cli.ok("integration", "sync", "corp", "--prune", "--yes")).endsWith("1 session deleted\n");
    }

    @Test
    void aLoginThatIsNeededIsToldWithItsExitCode() {
        integrations.failing(
                new LeappException(CoreErrorCode.LOGIN_NEEDED, "login needed: leapp integration login corp", null));

        TestCli.Run run = cli.run("integration", "sync", "corp");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).isEqualTo("leapp: login needed: leapp integration login corp\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void orphansOfFormerSyncsAreCountedButNotShownAgain() {
        finds(new Plans().lose("old-Admin", false, false).keep(7));

        assertThat(cli.ok("integration", "sync", "corp"))
                .isEqualTo("nothing changed, 1 session orphaned before, 7 unchanged\n");
    }
}

package dev.leapp.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.testkit.cloud.LocalPortal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it, against the stand-in of IAM Identity Center. */
class PortalTest {

    @TempDir
    Path home;

    private TestCli cli;
    private LocalPortal portal;

    @BeforeEach
    void open() {
        cli = new TestCli(home).atPresent();
        portal = LocalPortal.builder()
                .accounts(2, 2)
                .interval(Duration.ofSeconds(1))
                .automaticApproval()
                .start();
        cli.env("AWS_ENDPOINT_URL_SSO_OIDC", portal.endpoint().toString())
                .env("AWS_ENDPOINT_URL_SSO", portal.endpoint().toString())
                .env("SSH_TTY", "/dev/pts/1")
                .env("NO_COLOR", "1");
        cli.ok(
                "integration",
                "create",
                "--type",
                "AWS-SSO",
                "--name",
                "corp",
                "--portal-url",
                portal.startUrl(),
                "--region",
                "eu-west-1");
    }

    @AfterEach
    void close() {
        portal.close();
        cli.close();
    }

    @Test
    void aScriptIsToldWhichLoginIsNeeded() {
        TestCli.Run run = cli.run("integration", "sync");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("leapp integration login");
    }

    @Test
    void whoIsElsewhereLogsInWithACodeAndHasAllSessions() throws Exception {
        TestCli.Run login = cli.terminal(80).run("integration", "login");

        assertThat(login.code()).as(login.err()).isZero();
        assertThat(login.err()).contains("and type in the code");
        assertThat(login.out()).startsWith("logged in to corp; expires in ").endsWith("4 sessions added\n");
        assertThat(cli.ok("session", "list", "--filter", "integration:corp").lines())
                .hasSize(5);
        String account = portal.accounts().get(0).name();
        String role = portal.accounts().get(0).roles().get(0);
        cli.piping("").ok("session", "start", account + "-" + role);
        assertThat(Files.readString(home.resolve(".aws/credentials"))).contains("[" + account + "-" + role + "]");
        assertThat(cli.ok("__complete", "integrations")).isEqualTo("corp\n");
    }

    @Test
    void whatIsGoneIsShownAsOrphanedUntilItIsPruned() {
        cli.terminal(80).ok("integration", "login");
        String gone = portal.accounts().get(0).name();
        portal.remove(portal.accounts().get(0).id());

        assertThat(cli.piping("").ok("integration", "sync")).endsWith("2 sessions gone (orphaned), 2 unchanged\n");
        assertThat(cli.ok("session", "list", "--filter", "is:orphaned"))
                .contains(gone, " orphaned ")
                .hasLineCount(3);
        assertThat(cli.ok("session", "list", "--output", "json"))
                .contains("\"integration\": \"corp\"")
                .containsPattern("\"orphanedSince\": \"2");
        assertThat(cli.ok("integration", "list", "--output", "json")).contains("\"orphaned\": 2");
        assertThat(cli.ok("integration", "sync", "--prune", "--yes")).endsWith("2 sessions deleted, 2 unchanged\n");
    }

    @Test
    void afterALogoutAScriptNeedsALoginAgain() {
        cli.terminal(80).ok("integration", "login", "--no-sync");

        assertThat(cli.piping("").ok("integration", "logout")).isEqualTo("logged out of corp\n");
        assertThat(cli.run("integration", "sync").code()).isEqualTo(5);
        assertThat(cli.ok("integration", "delete", "corp")).isEqualTo("integration corp deleted\n");
    }
}

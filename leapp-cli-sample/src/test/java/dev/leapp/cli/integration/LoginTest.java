package dev.leapp.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {

    private static final LoginState EIGHT_HOURS =
            new LoginState(Optional.of(TestCli.NOW), Optional.of(TestCli.NOW.plus(Duration.ofHours(8))), false);

    @TempDir
    Path home;

    private final FakeIntegrations integrations = new FakeIntegrations(FakeIntegrations.CENTER)
            .with(Plans.corp(LoginState.none(), 12, 0))
            .loggingIn(EIGHT_HOURS);
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

    @Test
    void logsInTellsUntilWhenAndSyncs() {
        integrations.syncing(options -> new Plans().add("prod", "Admin").plan());

        assertThat(cli.terminal(80).ok("integration", "login"))
                .startsWith("logged in to corp; the access token expires in 8h\n")
                .contains("prod-Admin")
                .endsWith("1 session added\n");
        assertThat(integrations.asked).contains("login corp-id AUTO", "sync");
    }

    @Test
    void withoutASyncItSaysWhatComesNext() {
        TestCli.Run run = cli.terminal(80).run("integration", "login", "corp", "--no-sync");

        assertThat(run.out()).isEqualTo("logged in to corp; the access token expires in 8h\n");
        assertThat(run.err().replaceAll("\\s+", " "))
                .contains("12 sessions come from it so far; 'leapp integration sync corp' brings what there is");
        assertThat(integrations.asked).containsExactly("login corp-id AUTO");
    }

    @Test
    void theFlowCanBeForced() {
        cli.ok("integration", "login", "--integrationId", "corp-id", "--no-sync", "--device-code");
        cli.ok("integration", "login", "corp", "--no-sync", "--browser");

        assertThat(integrations.asked).containsExactly("login corp-id DEVICE_CODE", "login corp-id BROWSER");
        assertThat(cli.run("integration", "login", "--browser", "--device-code").code())
                .isEqualTo(2);
    }

    @Test
    void programsGetOneDocumentEvenIfTheSyncFails() {
        integrations.syncing(options -> new Plans().add("prod", "Admin").plan());

        assertThat(cli.ok("integration", "login", "--output", "json"))
                .contains(
                        "\"status\": \"online\"",
                        "\"expiresAt\": \"2026-03-01T16:00:00Z\"",
                        "\"renewable\": false",
                        "\"sync\": {",
                        "\"name\": \"prod-Admin\"");
        integrations.syncing(options -> {
            throw new LeappException(CoreErrorCode.UNREACHABLE, "The portal can't be reached", null);
        });
        TestCli.Run failed = cli.run("integration", "login", "--output", "json");
        assertThat(failed.code()).isEqualTo(7);
        assertThat(failed.out()).contains("\"status\": \"online\"", "\"sync\": null");
    }

    @Test
    void whereNobodyCanLogInTheExitCodeSaysSo() {
        integrations.failing(
                new LeappException(CoreErrorCode.LOGIN_NEEDED, "login needed: leapp integration login corp", null));

        TestCli.Run run = cli.run("integration", "login", "corp");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("login needed: leapp integration login corp");
    }

    @Test
    void logoutSaysWhetherAnybodyWasLoggedIn() {
        assertThat(cli.ok("integration", "logout")).isEqualTo("nobody was logged in to corp\n");
        cli.ok("integration", "login", "--no-sync");

        assertThat(cli.ok("integration", "logout", "corp")).isEqualTo("logged out of corp\n");
        assertThat(cli.ok("integration", "logout", "corp", "--output", "json"))
                .contains("\"status\": \"offline\"", "\"loggedOut\": true");
    }
}

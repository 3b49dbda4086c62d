package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a real pseudo-terminal. */
class PseudoTerminalTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @TempDir
    Path home;

    @BeforeEach
    void needsTmux() {
        Components.require("tmux", Components.onPath("tmux").isPresent(), "install the package tmux");
    }

    @Test
    void sessionAddAsksAndDoesNotEchoTheSecret() throws IOException, InterruptedException {
        try (Tmux terminal = leapp("session", "add")) {
            terminal.await("type to filter");
            terminal.type("iam user");
            terminal.await("Name:");
            terminal.type("ops");
            terminal.await("Access key id:");
            terminal.type("AKIAIOSFODNN7EXAMPLE");
            terminal.await("Secret access key (not shown):");
            terminal.type(SECRET);
            terminal.await("MFA device (optional):");
            terminal.type("");
            terminal.await("Duration (optional) [PT10H]:");
            terminal.type("");
            terminal.await("Region [us-east-1]:");
            terminal.type("eu-west-1");
            terminal.await("Named profile [default]:");
            terminal.type("ops");
            String screen = terminal.await("exit code 0");

            assertThat(screen).contains("session ops added").doesNotContain(SECRET.substring(0, 6));
        }
        try (Tmux terminal = leapp("session", "list")) {
            assertThat(terminal.await("exit code 0")).containsPattern("ops +aws-iam-user +ops +eu-west-1 +inactive");
        }
    }

    @Test
    void controlCAtTheSecretEndsItAndTheEchoComesBack() throws IOException, InterruptedException {
        try (Tmux terminal =
                leapp("session", "add", "--type", "aws-iam-user", "--name", "x", "--access-key-id", "A".repeat(20))) {
            terminal.await("Secret access key (not shown):");
            terminal.press("C-c");
            terminal.await("exit code 130");
            terminal.type("visible again");

            assertThat(terminal.await("visible again")).doesNotContain("\tat ");
        }
    }

    @Test
    void controlCAtAChoiceTakesItAwayAndTheTerminalIsAsBefore() throws IOException, InterruptedException {
        try (Tmux terminal = leapp("session", "add")) {
            terminal.await("type to filter");
            terminal.press("chained");
            terminal.await("1 of ");
            terminal.press("C-c");
            String screen = terminal.await("exit code 130");
            terminal.type("visible again");

            assertThat(screen).contains("leapp: Cancelled").doesNotContain("type to filter", "aws-iam-role-chained");
            assertThat(terminal.await("visible again")).doesNotContain("\tat ");
        }
    }

    private Tmux leapp(String... args) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(LeappProcess.environment(home));
        environment.put("NO_COLOR", "1");
        return new Tmux(home, environment, LeappProcess.command(args));
    }
}

package dev.leapp.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceCommandsTest {

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
    void showTellsWhereItLiesAndWhatIsInIt() {
        cli.withSession("ops", "ops").ok("session", "start", "ops");

        assertThat(cli.ok("workspace", "show")).isEqualTo("""
                        Location                %s
                        Format                  Leapp for the JVM
                        Key slots               machine
                        Sessions                1 (1 active)
                        Profiles                2
                        Identity provider URLs  0
                        Integrations            0
                        Default region          us-east-1
                        Default location        eastus
                        Secret store            not chosen yet
                        Default chain of aws    aws-credentials-file
                        """.formatted(home.resolve(".Leapp/Leapp-lock.json")));
        assertThat(cli.ok("workspace")).isEqualTo(cli.ok("workspace", "show"));
    }

    @Test
    void showIsJsonForPrograms() {
        assertThat(cli.ok("workspace", "show", "--output", "json"))
                .contains("\"sessions\": 0", "\"defaultRegion\": \"us-east-1\"", "\"aws\": \"aws-credentials-file\"");
    }

    @Test
    void setDefaultChainChangesHowSessionsAreHandedOver() {
        assertThat(cli.ok("workspace", "set-default-chain", "aws-credential-process"))
                .isEqualTo("sessions of aws are now handed over by aws-credential-process\n");
        assertThat(cli.ok("workspace", "show")).contains("aws-credential-process");
        TestCli.Run wrong = cli.run("workspace", "set-default-chain", "nope");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("aws-credentials-file");
    }
}

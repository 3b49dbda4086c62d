package dev.leapp.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginListTest {

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
    void listShowsWhatThePluginsBring() {
        assertThat(cli.ok("plugin", "list"))
                .startsWith("Plug-in ")
                .contains("leapp.aws", "yes", "aws-iam-user", "aws-credentials-file");
    }

    @Test
    void listIsJsonForPrograms() {
        assertThat(cli.ok("plugin", "list", "--output", "json"))
                .contains("\"id\": \"leapp.aws\"", "\"loaded\": true", "\"aws-localstack\"", "\"refusal\": null");
    }
}

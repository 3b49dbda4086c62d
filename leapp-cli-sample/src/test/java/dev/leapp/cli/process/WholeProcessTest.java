package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the harness itself runs what it says, and that {@code --home} replaces the user's home for everything. */
class WholeProcessTest {

    @TempDir
    Path directory;

    @Test
    void versionRunsInAProcessOfItsOwn() {
        Home home = Home.in(directory);

        assertThat(home.leapp("version").ok()).isNotBlank();
        assertThat(home.unused()).doesNotExist();
        assertThat(home.temporary()).isEmptyDirectory();
    }

    @Test
    void wrongUsageEndsWithItsExitCode() {
        Home.in(directory).leapp("session", "strat").failed(2, "strat");
    }
}

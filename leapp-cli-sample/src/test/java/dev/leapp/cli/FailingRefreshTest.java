package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.StsFailure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cloud refuses every refresh, while a tool asks for credentials every few seconds, each time in a new process as it were. */
class FailingRefreshTest {

    private static final Duration ALMOST_TEN_HOURS = Duration.ofMinutes(586);

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops");
        cli.ok("session", "start", "ops");
        cli.clock.advance(ALMOST_TEN_HOURS);
        cli.sts.failNext(1000, StsFailure.accessDenied("not now"));
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void callersAreServedUntilExpiryAndTheCloudIsAskedSeldom() {
        String valid = cli.ok("session", "generate", "ops");
        for (int i = 0; i < 13 * 12; i++) {
            assertThat(cli.ok("session", "generate", "ops")).isEqualTo(valid);
            cli.clock.advance(Duration.ofSeconds(5));
        }

        assertThat(refusals()).isBetween(5, 25);
        assertThat(cli.ok("session", "list")).contains("active (not rotated)");
        assertThat(cli.ok("session", "list", "--columns", "lastFailure")).contains("AccessDenied");
    }

    @Test
    void withNothingValidLeftTheyFailWithTheCloudsCodeAndStillAskSeldom() {
        cli.clock.advance(Duration.ofMinutes(15));
        for (int i = 0; i < 120; i++) {
            TestCli.Run run = cli.run("session", "generate", "ops");
            assertThat(run.code()).isEqualTo(6);
            assertThat(run.err()).contains("AccessDenied", "request id");
            cli.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(refusals()).isBetween(12, 30);
    }

    private int refusals() {
        return cli.sts.calls("GetSessionToken").size() - 1;
    }
}

package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that are started for a while. */
class LeaseCommandsTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"15m", "900s", "PT15M", "14m60s"})
    void startForAWhileSaysWhenItEnds(String time) {
        assertThat(cli.ok("session", "start", "ops", "--for", time))
                .isEqualTo("session ops started on profile ops, ends by itself in 15m\n");
        assertThat(cli.terminal(80).ok("session", "list")).contains("active", "in 15m (lease)");
    }

    @Test
    void startOfAnActiveSessionSetsTheLeaseOrKeepsIt() {
        cli.ok("session", "start", "ops");

        assertThat(cli.ok("session", "start", "ops", "--for", "1h30m"))
                .isEqualTo("session ops is active already on profile ops, ends by itself in 1h 30m\n");
        assertThat(cli.ok("session", "start", "ops"))
                .isEqualTo("session ops is active already on profile ops, ends by itself in 1h 30m;"
                        + " 'leapp session rotate ops' gets new credentials\n");
        assertThat(cli.ok("session", "start", "ops", "--for", "36h"))
                .isEqualTo("session ops is active already on profile ops, expires in 10h, ends by itself in 1d 12h\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"59s", "37h", "2d", "soon", "15", "", "P1M", "-5m"})
    void aTimeThatIsNoneOrOutOfBoundsIsExplained(String time) {
        TestCli.Run run = cli.run("session", "start", "ops", "--for", time);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).containsAnyOf("1 minute at least and 36 hours at most", "is no duration");
        assertThat(home.resolve(".aws/credentials")).doesNotExist();
    }

    @Test
    void afterTheEndNothingIsHandedOut() throws IOException {
        cli.ok("session", "start", "ops", "--for", "15m");
        cli.clock.advance(Duration.ofMinutes(18));
        assertThat(cli.ok("session", "list", "--columns", "status,expires", "--no-header"))
                .startsWith("lease-over");
        assertThat(home.resolve(".aws/credentials"))
                .as("a list only shows it")
                .content()
                .contains("[ops]");

        TestCli.Run run = cli.run("session", "generate", "ops");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo("leapp: The lease of session 'ops' ended 3 minutes ago\n"
                        + "  hint: 'leapp session start ops --for 1h' begins another one;"
                        + " 'leapp session stop ops' forgets that it had one\n");
        assertThat(published()).doesNotContain("[ops]");
        assertThat(cli.run("session", "generate", "ops").code())
                .as("the second time, too")
                .isEqualTo(4);
        JsonNode listed = new ObjectMapper()
                .readTree(cli.ok("session", "list", "--output", "json"))
                .get(0);
        assertThat(listed.get("status").textValue()).isEqualTo("lease-over");
        assertThat(listed.get("leasedUntil").textValue()).isEqualTo("2026-03-01T08:15:00Z");
    }

    @Test
    void anEditAfterTheEndStartsNothing() throws IOException {
        cli.ok("session", "start", "ops", "--for", "15m");
        cli.clock.advance(Duration.ofMinutes(15));

        cli.ok("session", "change-region", "ops", "eu-central-1");

        assertThat(published()).doesNotContain("[ops]");
        assertThat(cli.ok("session", "list", "--columns", "status,Region/Location", "--no-header"))
                .contains("lease-over", "eu-central-1");
    }

    private String published() throws IOException {
        Path file = home.resolve(".aws/credentials");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void watchEndsIt() throws IOException {
        cli.ok("session", "start", "ops", "--for", "15m");
        cli.clock.advance(Duration.ofMinutes(15));

        assertThat(cli.ok("watch", "--once"))
                .isEqualTo("2026-03-01T08:15:00Z session ops is over: its lease has ended\n");
        assertThat(cli.ok("watch", "--once")).isEmpty();
        assertThat(published()).doesNotContain("[ops]");
    }

    @Test
    void anEditOfAnActiveSessionKeepsItsLease() {
        cli.ok("session", "start", "ops", "--for", "1h");
        cli.clock.advance(Duration.ofMinutes(10));

        cli.ok("session", "change-region", "ops", "eu-central-1");

        assertThat(cli.ok("session", "list", "--columns", "status,expires", "--no-header"))
                .contains("active", "2026-03-01T09:00:00Z (lease)");
    }
}

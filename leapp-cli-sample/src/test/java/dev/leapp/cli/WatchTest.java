package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.testkit.cloud.StsFailure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    /** Ten hours less ten minutes. */
    private static final Duration DUE = Duration.ofMinutes(590);

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops");
        cli.ok("session", "start", "ops");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void onceRotatesWhatIsDueAndNothingElse() {
        assertThat(cli.ok("watch", "--once")).isEmpty();

        cli.clock.advance(DUE);

        assertThat(cli.ok("watch", "--once")).isEqualTo("2026-03-01T17:50:00Z session ops rotated, expires in 10h\n");
        assertThat(home.resolve(".aws/credentials")).content().contains("[ops]");
        assertThat(cli.ok("watch", "--once")).isEmpty();
        assertThat(cli.sts.calls("GetSessionToken")).hasSize(2);
    }

    @Test
    void eachEventIsALineOfJsonWhenAsked() throws JsonProcessingException {
        cli.clock.advance(DUE);

        String line = cli.ok("watch", "--once", "--output", "json");

        assertThat(line.lines()).hasSize(1);
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.get("event").textValue()).isEqualTo("rotated");
        assertThat(event.get("name").textValue()).isEqualTo("ops");
        assertThat(event.get("at").textValue()).isEqualTo("2026-03-01T17:50:00Z");
        assertThat(event.get("expiresAt").textValue()).isEqualTo("2026-03-02T03:50:00Z");
    }

    @Test
    void whatCanNotBeRotatedIsToldAndShownInTheList() {
        cli.clock.advance(DUE);
        cli.sts.failNext(1, new StsFailure(403, "AccessDenied", "not any more"));

        TestCli.Run run = cli.run("watch", "--once");

        assertThat(run.code()).isEqualTo(6);
        assertThat(run.out())
                .startsWith("2026-03-01T17:50:00Z session ops not rotated: AWS does not allow session ops")
                .contains("AccessDenied", "; what it made available expires in 10m\n");
        assertThat(cli.ok("session", "list")).contains("active (not rotated)");
        assertThat(cli.ok("watch", "--once")).isEmpty();
    }
}

package dev.leapp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class QuietLoggingTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void tellsFineDetailsOfLeappWithoutSecretsUntilItEnds() {
        System.Logger logger = System.getLogger("dev.leapp.test");
        Runnable end =
                QuietLogging.loud(new PrintStream(shown, true, UTF_8), text -> text.replace("hunter22", "[redacted]"));
        logger.log(System.Logger.Level.DEBUG, "key {0}", "hunter22");
        logger.log(System.Logger.Level.WARNING, "failed", new IllegalStateException("hunter22"));
        end.run();
        logger.log(System.Logger.Level.WARNING, "afterwards");

        assertThat(shown.toString(UTF_8))
                .contains("FINE dev.leapp.test: key [redacted]\n", "WARNING dev.leapp.test: failed\n", "\tat dev.leapp")
                .doesNotContain("hunter22", "afterwards");
    }
}

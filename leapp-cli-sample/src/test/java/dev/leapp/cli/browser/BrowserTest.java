package dev.leapp.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {

    private static final Secret PAGE = Secret.of("https://oidc.example/authorize?state=canary");

    @TempDir
    Path home;

    private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();

    @Test
    void theBrowserIsLedToThePageAndItsAddressIsNoArgument() throws Exception {
        Path seen = home.resolve("seen");
        Path answer = home.resolve("answer");
        boolean opened = browser(
                        Duration.ofSeconds(60),
                        "printf '%s\\n' \"$@\" > " + seen,
                        "url=${@: -1}; rest=${url#http://}; host=${rest%%/*}",
                        "exec 3<>/dev/tcp/${host%:*}/${host#*:}",
                        "printf 'GET /%s HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n' \"${rest#*/}\" \"$host\" >&3",
                        "cat <&3 > " + answer)
                .openSoon(PAGE, "integration 'corp'", troubles::add);

        assertThat(opened).isTrue();
        assertThat(Files.readString(seen)).startsWith("http://127.0.0.1:").doesNotContain("canary");
        assertThat(troubles).isEmpty();
    }

    @Test
    void aBrowserThatFailsAtOnceIsNotOpened() throws IOException {
        assertThat(browser(Duration.ofSeconds(60), "exit 3").openSoon(PAGE, "x", troubles::add))
                .isFalse();
        assertThat(troubles).containsExactly("the browser can't be opened: failed with exit code 3");
    }

    @Test
    void aBrowserThatNeverComesIsToldLater() throws Exception {
        assertThat(browser(Duration.ofMillis(200), "exit 0").openSoon(PAGE, "x", troubles::add))
                .isTrue();

        assertThat(troubles.poll(20, TimeUnit.SECONDS)).contains("open the address yourself");
    }

    @Test
    void withoutABrowserNothingIsOpened() {
        Map<String, String> nothing = Map.of();
        Browser none = new Browser(
                new BrowserProgram(nothing, Desktop.OTHER, new Place(nothing, home)),
                new SecureRandom(),
                Duration.ofSeconds(1));

        assertThat(none.canOpen()).isFalse();
        assertThat(none.openSoon(PAGE, "x", troubles::add)).isFalse();
    }

    private Browser browser(Duration patience, String... lines) throws IOException {
        Path script = Files.writeString(home.resolve("browser"), "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("LEAPP_BROWSER", script.toString());
        return new Browser(
                new BrowserProgram(environment, Desktop.OTHER, new Place(environment, home)),
                new SecureRandom(),
                patience);
    }
}

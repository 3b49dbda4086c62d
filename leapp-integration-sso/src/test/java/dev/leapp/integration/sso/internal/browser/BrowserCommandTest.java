package dev.leapp.integration.sso.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.port.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserCommandTest {

    private static final Path PROFILE = Path.of("/home/me/.Leapp/browser/a profile");
    private static final BrowserProgram CHROMIUM = new BrowserProgram(Path.of("/usr/bin/chromium"));

    @Test
    void theSandboxIsOnUnlessItIsSwitchedOffInSoManyWords() {
        assertThat(command(Map.of()).line(PROFILE, true)).doesNotContain("--no-sandbox");
        assertThat(command(Map.of("LEAPP_BROWSER_SANDBOX", "no")).line(PROFILE, true))
                .doesNotContain("--no-sandbox");
        assertThat(command(Map.of("LEAPP_BROWSER_SANDBOX", "off")).line(PROFILE, true))
                .contains("--no-sandbox");
    }

    @Test
    void devToolsGetAPipeAndNoPort() {
        List<String> line = command(Map.of()).line(PROFILE, false);

        assertThat(line).contains("--remote-debugging-pipe", "--headless=new", "--user-data-dir=" + PROFILE);
        assertThat(line).noneMatch(word -> word.startsWith("--remote-debugging-port"));
    }

    @Test
    void aWindowIsNotHeadless() {
        assertThat(command(Map.of()).line(PROFILE, true)).doesNotContain("--headless=new");
    }

    @Test
    void theBrowserGetsNothingOfTheEnvironmentButWhatItNeeds() {
        assertThat(command(Map.of(
                                "DISPLAY", ":1",
                                "LEAPP_PASSPHRASE", "canary",
                                "AWS_SECRET_ACCESS_KEY", "canary",
                                "GITHUB_TOKEN", "canary"))
                        .variables())
                .containsExactly(Map.entry("DISPLAY", ":1"));
    }

    @Test
    void aDisplayIsNeededButOnAMac() {
        BrowserProgram mac = new BrowserProgram(Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

        assertThat(command(Map.of()).hasDisplay()).isFalse();
        assertThat(command(Map.of("WAYLAND_DISPLAY", "wayland-0")).hasDisplay()).isTrue();
        assertThat(new BrowserCommand(mac, Environment.of(Map.of())).hasDisplay())
                .isTrue();
    }

    private static BrowserCommand command(Map<String, String> environment) {
        return new BrowserCommand(CHROMIUM, Environment.of(environment));
    }
}

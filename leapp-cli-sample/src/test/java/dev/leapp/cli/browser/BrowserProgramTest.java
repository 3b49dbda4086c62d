package dev.leapp.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProgramTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:4000/abc");

    @TempDir
    Path programs;

    @Test
    void theFlagWinsOverLeappsVariableAndThatOverTheSystems() {
        Map<String, String> both = Map.of("LEAPP_BROWSER", "mine", "BROWSER", "theirs");

        assertThat(command(both, Desktop.MAC, "given")).contains(List.of("given", ADDRESS.toString()));
        assertThat(command(both, Desktop.MAC, null)).contains(List.of("mine", ADDRESS.toString()));
        assertThat(command(Map.of("BROWSER", "theirs"), Desktop.MAC, null))
                .contains(List.of("theirs", ADDRESS.toString()));
        assertThat(command(Map.of(), Desktop.MAC, null)).contains(List.of("open", ADDRESS.toString()));
        assertThat(command(Map.of(), Desktop.WINDOWS, null))
                .contains(List.of("rundll32", "url.dll,FileProtocolHandler", ADDRESS.toString()));
    }

    @Test
    void sessionAndAddressAreFilledInWhereACommandNamesThem() {
        assertThat(command(Map.of(), Desktop.OTHER, "firefox --new-tab ext+container:name={session}&url={encoded-url}"))
                .contains(List.of(
                        "firefox",
                        "--new-tab",
                        "ext+container:name=prod; rm -rf /&url=http%3A%2F%2F127.0.0.1%3A4000%2Fabc"));
    }

    @Test
    void withoutAWindowSystemThereIsNoBrowser() throws IOException {
        Map<String, String> noWindow = Map.of("PATH", program("xdg-open"));

        assertThat(command(noWindow, Desktop.OTHER, null)).isEmpty();
    }

    @Test
    void withAWindowSystemItsOwnOpenerIsTaken() throws IOException {
        Map<String, String> window = Map.of("PATH", "/nowhere::" + program("xdg-open"), "DISPLAY", ":0");

        assertThat(command(window, Desktop.OTHER, null)).contains(List.of("xdg-open", ADDRESS.toString()));
        assertThat(command(Map.of("PATH", program("wslview")), Desktop.OTHER, null))
                .contains(List.of("wslview", ADDRESS.toString()));
    }

    private String program(String name) throws IOException {
        Files.createFile(
                programs.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return programs.toString();
    }

    private static Optional<List<String>> command(
            Map<String, String> environment, Desktop desktop, @Nullable String given) {
        return new BrowserProgram(environment, desktop, new Place(environment, Path.of("/nowhere")))
                .command(given, "prod; rm -rf /", ADDRESS);
    }
}

package dev.leapp.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aDesktop() throws IOException {
        program("xdg-open");
        environment.put("PATH", root.resolve("bin").toString());
        environment.put("DISPLAY", ":0");
    }

    @Test
    void onADesktopABrowserIsSeen() {
        assertThat(isNear()).isTrue();
    }

    @Test
    void withoutADisplayItIsNot() {
        environment.remove("DISPLAY");

        assertThat(isNear()).isFalse();
        environment.put("WAYLAND_DISPLAY", "wayland-0");
        assertThat(isNear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "container"})
    void overSshOrInAContainerItIsNot(String variable) {
        environment.put(variable, "something");

        assertThat(isNear()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {".dockerenv", "run/.containerenv"})
    void aContainerIsKnownByItsMarks(String mark) throws IOException {
        file(mark, "");

        assertThat(isNear()).isFalse();
    }

    @Test
    void inWslTheBrowserIsOutsideAndNeedsItsOwnOpener() throws IOException {
        file("proc/version", "Linux version 5.15.153.1-microsoft-standard-WSL2 (gcc)");

        assertThat(isNear()).isFalse();
        program("wslview");
        assertThat(isNear()).isTrue();
        environment.put("SSH_TTY", "/dev/pts/1");
        assertThat(isNear()).isFalse();
    }

    @Test
    void anOrdinaryKernelIsNoWsl() throws IOException {
        file("proc/version", "Linux version 6.8.0-45-generic (buildd@lcy02)");

        assertThat(isNear()).isTrue();
    }

    @Test
    void aBrowserThatTheUserChoseForLeappIsSeenWhereverItIs() {
        environment.put("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22");
        environment.remove("DISPLAY");
        environment.put("LEAPP_BROWSER", "/opt/open-at-home");

        assertThat(isNear()).isTrue();
        environment.put("LEAPP_BROWSER", " ");
        assertThat(isNear()).isFalse();
    }

    @Test
    void fromWhereARemoteEditorsBrowserIsNothingComesBack() {
        environment.remove("DISPLAY");
        environment.put("BROWSER", "/opt/editor/open-at-home");

        assertThat(isNear()).isTrue();
        environment.put("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22");
        assertThat(isNear()).isFalse();
    }

    private boolean isNear() {
        return new BrowserProgram(environment, Desktop.OTHER, new Place(environment, root)).isNear();
    }

    private void program(String name) throws IOException {
        Path program = file("bin/" + name, "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Path file(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}

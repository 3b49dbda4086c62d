package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.exec.RunAway;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are run from an interactive shell, on a real pseudo-terminal. */
class ExecTerminalTest {

    @TempDir
    Path directory;

    @BeforeEach
    void needsTmuxAndBash() {
        Components.require("tmux", Components.onPath("tmux").isPresent(), "install the package tmux");
        Components.require("bash", Components.onPath("bash").isPresent(), "install the package bash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"directly", "become", "run"})
    void controlCReachesTheProgramOnceAndItDecides(String way) throws IOException, InterruptedException {
        try (Tmux terminal = shell()) {
            terminal.type(line(
                    way,
                    "count=0",
                    "trap 'count=$((count+1))' INT",
                    "echo ready",
                    "until read line; do :; done",
                    "echo interrupted $count times",
                    "exit 9"));
            terminal.await("\nready");
            terminal.press("C-c");
            terminal.type("line");
            terminal.await("\ninterrupted 1 times");
            terminal.type("echo it ended with $?");
            terminal.await("it ended with 9");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"directly", "become", "run"})
    void controlZStopsTheProgramAndTheShellContinuesIt(String way) throws IOException, InterruptedException {
        try (Tmux terminal = shell()) {
            terminal.type(line(
                    way,
                    "trap 'echo continued' CONT",
                    "echo ready",
                    "until read line; do :; done",
                    "echo got $line",
                    "exit 8"));
            terminal.await("\nready");
            terminal.press("C-z");
            terminal.await("Stopped");
            terminal.type("fg");
            terminal.await("\ncontinued");
            terminal.type("word");
            terminal.await("\ngot word");
            terminal.type("echo it ended with $?");
            terminal.await("it ended with 8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"directly", "become", "run"})
    void controlBackslashEndsTheProgramAndNoJvmSpeaks(String way) throws IOException, InterruptedException {
        try (Tmux terminal = shell()) {
            terminal.type(line(way, "ulimit -c 0", "echo ready", "exec sleep 600"));
            terminal.await("\nready");
            terminal.press("C-\\");
            terminal.type("echo it ended with $?");

            assertThat(terminal.await("it ended with 131")).doesNotContain("Full thread dump");
        }
    }

    /** What to type in the shell to run a script. */
    private String line(String way, String... script) throws IOException {
        Files.writeString(directory.resolve("program"), String.join("\n", script) + "\n");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djna.tmpdir=" + directory,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RunAway.class.getName());
        Files.writeString(directory.resolve("away"), "exec '" + String.join("' '", java) + "' \"$@\"\n");
        String program = "sh " + directory.resolve("program");
        return way.equals("directly") ? program : "sh " + directory.resolve("away") + " " + way + " " + program;
    }

    private Tmux shell() throws IOException, InterruptedException {
        return new Tmux(
                directory,
                Map.of("PS1", "> ", "HOME", directory.toString(), "HISTFILE", "/dev/null"),
                List.of("bash", "--norc", "--noprofile", "-i"));
    }
}

package dev.leapp.cli.completion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void bashCompletesCommandsAndFlagsWithTheScript() throws IOException, InterruptedException {
        Components.require("bash", Components.onPath("bash").isPresent(), "it is part of every Linux distribution");
        Path script = Files.writeString(home.resolve("leapp.bash"), cli.ok("completion", "bash"));

        assertThat(completions(script, "leapp", "ses")).containsExactly("session");
        assertThat(completions(script, "leapp", "session", "st")).containsExactlyInAnyOrder("start", "stop");
        assertThat(completions(script, "leapp", "session", "start", "--")).contains("--takeover", "--replace");
        assertThat(completions(script, "leapp", "session", "add", "--acc"))
                .contains("--access-key-id", "--access-key-id-stdin");
    }

    @Test
    void zshLoadsTheSameScript() throws IOException, InterruptedException {
        assertThat(cli.ok("completion", "zsh")).contains("bashcompinit", "complete ");
        Components.require("zsh", Components.onPath("zsh").isPresent(), "install it by your package manager");
        Path script = Files.writeString(home.resolve("leapp.zsh"), cli.ok("completion", "zsh"));

        assertThat(run("zsh", "-fc", "source " + script + " && echo loaded")).contains("loaded");
    }

    @Test
    void anotherShellIsAUsageError() {
        assertThat(cli.run("completion", "tcsh").code()).isEqualTo(2);
        assertThat(cli.run("completion").err()).isEqualTo("leapp: Missing SHELL\n  hint: bash or zsh\n");
    }

    private static List<String> completions(Path script, String... words) throws IOException, InterruptedException {
        String command =
                "compopt() { :; }; source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                        + (words.length - 1) + "; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}; "
                        + "$(complete -p leapp | sed 's/.*-F \\([^ ]*\\).*/\\1/'); printf '%s\\n' \"${COMPREPLY[@]}\"";
        return run("bash", "--norc", "-c", command).lines().map(String::strip).toList();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}

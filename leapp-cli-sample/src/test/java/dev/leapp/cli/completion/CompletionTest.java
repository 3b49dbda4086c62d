package dev.leapp.cli.completion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.cli.Tmux;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    void zshLoadsItsScript() throws IOException, InterruptedException {
        assertThat(cli.ok("completion", "zsh")).contains("bashcompinit", "complete ");
        Components.require("zsh", Components.onPath("zsh").isPresent(), "install it by your package manager");
        Path script = Files.writeString(home.resolve("leapp.zsh"), cli.ok("completion", "zsh"));

        assertThat(run("zsh", "-fc", "source " + script + " && echo loaded")).contains("loaded");
    }

    @Test
    void bashQuotesTheNamesOfSessionsAsTheWordIsBegun() throws IOException, InterruptedException {
        Components.require("bash", Components.onPath("bash").isPresent(), "it is part of every Linux distribution");
        Path script = Files.writeString(home.resolve("leapp.bash"), cli.ok("completion", "bash"));
        knowing("sessions", "ops", "my session", "it's $HOME", "say \"hi\"");

        assertThat(completions(script, "leapp", "session", "start", "''"))
                .containsExactly("ops", "my\\ session", "it\\'s\\ \\$HOME", "say\\ \\\"hi\\\"");
        assertThat(completions(script, "leapp", "session", "start", "'my\\ '")).containsExactly("my\\ session");
        assertThat(completions(script, "leapp", "session", "start", "'\"it'")).containsExactly("it's \\$HOME");
        assertThat(completions(script, "leapp", "session", "start", "'\"say'")).containsExactly("say \\\"hi\\\"");
        assertThat(completions(script, "leapp", "session", "start", "\\'it")).containsExactly("it'\\''s $HOME");
    }

    @Test
    void bashKnowsWhichArgumentIsWhat() throws IOException, InterruptedException {
        Components.require("bash", Components.onPath("bash").isPresent(), "it is part of every Linux distribution");
        Path script = Files.writeString(home.resolve("leapp.bash"), cli.ok("completion", "bash"));
        knowing("sessions", "ops");
        knowing("profiles", "staging");
        knowing("integrations", "corp");

        assertThat(completions(script, "leapp", "--output", "json", "session", "stop", "o"))
                .containsExactly("ops");
        assertThat(completions(script, "leapp", "session", "stop", "x", "o")).containsExactly("ops");
        assertThat(completions(script, "leapp", "session", "change-profile", "ops", "s"))
                .containsExactly("staging");
        assertThat(completions(script, "leapp", "session", "current", "-p", "''"))
                .containsExactly("staging");
        assertThat(completions(script, "leapp", "integration", "sync", "--role", "x", "c"))
                .containsExactly("corp");
        assertThat(completions(script, "leapp", "session", "tag", "--remove", "x", "o"))
                .containsExactly("ops");
        assertThat(completions(script, "leapp", "session", "favourite", "--remove", "o"))
                .containsExactly("ops");
        assertThat(completions(script, "leapp", "session", "get-id", "ops", "o"))
                .isNotEqualTo(List.of("ops"));
    }

    @Test
    void zshQuotesTheNamesOfSessions() throws IOException, InterruptedException {
        Components.require("zsh", Components.onPath("zsh").isPresent(), "install it by your package manager");
        Components.require("tmux", Components.onPath("tmux").isPresent(), "install the package tmux");
        Path script = Files.writeString(home.resolve("leapp.zsh"), cli.ok("completion", "zsh"));
        knowing("sessions", "ops", "it's my session");

        try (Tmux terminal = new Tmux(home, environment(), List.of("zsh", "-f", "-i"))) {
            terminal.type("PS1='> '; autoload -Uz compinit; compinit -D; source " + script + "; echo lo''aded");
            terminal.await("loaded");
            terminal.press("leapp session start it\t");
            assertThat(terminal.await("it\\'s")).contains("leapp session start it\\'s\\ my\\ session");
            terminal.press("C-u");
            terminal.press("leapp session star\t");
            terminal.await("> leapp session start");
        }
    }

    @Test
    void fishCompletesCommandsFlagsAndNames() throws IOException, InterruptedException {
        String fish = cli.ok("completion", "fish");
        Components.require("fish", Components.onPath("fish").isPresent(), "install it by your package manager");
        Path script = Files.writeString(home.resolve("leapp.fish"), fish);
        knowing("sessions", "ops", "it's my session");
        knowing("profiles", "staging");

        assertThat(fish(script, "leapp ses")).containsExactly("session");
        assertThat(fish(script, "leapp session st")).containsExactlyInAnyOrder("start", "stop");
        assertThat(fish(script, "leapp session start --t")).containsExactly("--takeover");
        assertThat(fish(script, "leapp --output json session start "))
                .containsExactlyInAnyOrder("ops", "it's my session");
        assertThat(fish(script, "leapp session current -p ")).containsExactly("staging");
        assertThat(fish(script, "leapp session change-profile ops ")).containsExactly("staging");
    }

    @Test
    void powerShellKnowsCommandsFlagsAndNames() {
        assertThat(cli.ok("completion", "pwsh"))
                .contains(
                        "Register-ArgumentCompleter -Native -CommandName leapp",
                        "' session change-profile|1' = 'profiles'",
                        "' session start|*' = 'sessions'",
                        "' integration login|0' = 'integrations'",
                        "'* --output'",
                        "' session tag --remove'");
    }

    @Test
    void candidatesAreNamesAndNothingElseWhateverHappens() throws IOException {
        cli.withSession("ops", "staging").withSession("my session", "default");

        assertThat(cli.ok("__complete", "sessions")).isEqualTo("ops\nmy session\n");
        assertThat(cli.ok("__complete", "profiles")).isEqualTo("default\nstaging\n");
        assertThat(cli.ok("__complete", "whatever")).isEmpty();
        Files.writeString(home.resolve(".Leapp/Leapp-lock.json"), "broken");
        TestCli.Run broken = cli.run("__complete", "sessions");
        assertThat(broken.code()).isZero();
        assertThat(broken.out() + broken.err()).isEmpty();
    }

    @Test
    void anotherShellIsAUsageError() {
        assertThat(cli.run("completion", "tcsh").code()).isEqualTo(2);
        assertThat(cli.run("completion").err()).isEqualTo("leapp: Missing SHELL\n  hint: bash, zsh, fish or pwsh\n");
    }

    /** Puts a leapp on the path that knows these names. */
    private void knowing(String kind, String... names) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.write(bin.resolve(kind), List.of(names));
        Path leapp =
                Files.writeString(bin.resolve("leapp"), "#!/bin/sh\n[ \"$1\" = __complete ] && cat " + bin + "/$2\n");
        assertThat(leapp.toFile().setExecutable(true)).isTrue();
    }

    private Map<String, String> environment() {
        return Map.of("PATH", home.resolve("bin") + ":" + System.getenv("PATH"), "HOME", home.toString());
    }

    private List<String> fish(Path script, String line) throws IOException, InterruptedException {
        String output = run("fish", "--no-config", "-c", "source " + script + "; complete -C '" + line + "'");
        return output.lines().map(each -> each.replaceFirst("\t.*", "")).toList();
    }

    private List<String> completions(Path script, String... words) throws IOException, InterruptedException {
        String command =
                "compopt() { :; }; source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                        + (words.length - 1) + "; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE}; "
                        + "$(complete -p leapp | sed 's/.*-F \\([^ ]*\\).*/\\1/'); printf '%s\\n' \"${COMPREPLY[@]}\"";
        return run("bash", "--norc", "-c", command).lines().map(String::strip).toList();
    }

    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}

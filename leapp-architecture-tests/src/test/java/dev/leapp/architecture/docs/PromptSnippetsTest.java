package dev.leapp.architecture.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.Commands;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The snippets for prompts, run by the shells that they are for, with a stand-in of {@code leapp} that notes how it was called. */
class PromptSnippetsTest {

    private static final String UNTIL_WRITTEN =
            "i=0; while [ ! -s \"$1\" ] && [ $i -lt 200 ]; do sleep 0.05; i=$((i+1)); done";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "bash,__leapp_prompt; sh -c 'WAIT' sh 'FILE'; __leapp_prompt; echo \"[${LEAPP_PROMPT% }]\"",
        "zsh,__leapp_prompt; sh -c 'WAIT' sh 'FILE'; __leapp_prompt; echo \"[$LEAPP_PROMPT]\"",
        "fish,__leapp_prompt; sh -c 'WAIT' sh 'FILE'; __leapp_prompt; fish_right_prompt",
    })
    void showsWhatTheFileSaysOnceItIsWritten(String shell, String use) throws IOException, InterruptedException {
        Components.require(shell, Components.onPath(shell).isPresent(), "install it by your package manager");
        Path file = home.resolve(".cache/leapp-prompt-");
        Path script = Files.writeString(
                home.resolve("rc"),
                snippet(shell) + "\n" + use.replace("WAIT", UNTIL_WRITTEN).replace("FILE", file.toString()));

        String shown = run(shell, script);

        assertThat(shown).isEqualTo("[ops 43m dev 9h 58m]\n");
        List<String> args = Files.readAllLines(home.resolve("args"));
        assertThat(args).containsExactly("session", "current", "--if-any", "--format", "{name} {expires}");
        Commands.tree(home).parseArgs(args.toArray(String[]::new));
    }

    @Test
    void theSegmentOfPowerlevelIsZsh() throws IOException, InterruptedException {
        Components.require("zsh", Components.onPath("zsh").isPresent(), "install it by your package manager");
        Path script = Files.writeString(
                home.resolve("rc"),
                "p10k() { echo \"$@\"; }\nLEAPP_PROMPT='ops 43m'\n"
                        + snippets("zsh").get(1) + "prompt_leapp\n" + "echo $POWERLEVEL9K_RIGHT_PROMPT_ELEMENTS\n");

        assertThat(run("zsh", script)).isEqualTo("segment -f 208 -t ops 43m\nleapp\n");
    }

    private static String snippet(String shell) {
        return snippets(shell).get(0);
    }

    private static List<String> snippets(String shell) {
        return Snippet.all(shell).stream()
                .filter(snippet -> snippet.file().endsWith("prompt.md"))
                .map(Snippet::text)
                .toList();
    }

    private String run(String shell, Path script) throws IOException, InterruptedException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path leapp = Files.writeString(
                bin.resolve("leapp"),
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + home + "/args'\necho 'ops 43m'\necho 'dev 9h 58m'\n");
        assertThat(leapp.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(shell, script.toString()).redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", bin + ":" + builder.environment().get("PATH"));
        builder.environment().keySet().removeAll(List.of("XDG_CACHE_HOME", "LEAPP_SESSION", "LEAPP_HOME"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}

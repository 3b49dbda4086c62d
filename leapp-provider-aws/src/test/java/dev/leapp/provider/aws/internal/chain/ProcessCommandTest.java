package dev.leapp.provider.aws.internal.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessCommandTest {

    @Test
    void aPlainProgramNeedsNoQuotes() {
        assertThat(ProcessCommand.quoted("/usr/bin/leapp", false)).isEqualTo("/usr/bin/leapp");
    }

    @Test
    void windowsKnowsOnlyDoubleQuotes() {
        assertThat(ProcessCommand.quoted("C:\\Program Files\\leapp.cmd", true))
                .isEqualTo("\"C:\\Program Files\\leapp.cmd\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/opt/my tools/leapp",
                "/o'neil/leapp",
                "/$HOME/`id`/leapp",
                "/a\"b/leapp",
                "/back\\slash!",
                "/caf\u00e9 & co;"
            })
    void aShellReadsItBack(String program) throws Exception {
        assertThat(run("printf %s " + ProcessCommand.quoted(program, false), "sh"))
                .isEqualTo(program);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/opt/my tools/leapp",
                "/o'neil/leapp",
                "/$HOME/`id`/leapp",
                "/a\"b/leapp",
                "/back\\slash!",
                "/caf\u00e9 & co;"
            })
    void pythonsShlexReadsItBack(String program) throws Exception {
        Components.require("python3", Components.onPath("python3").isPresent(), "install python3");

        String line = ProcessCommand.quoted(program, false);
        String script = "import shlex,sys; sys.stdout.buffer.write(shlex.split(sys.stdin.read())[0].encode())";
        assertThat(run(line, "python3", "-X", "utf8", "-c", script)).isEqualTo(program);
    }

    /** The input is no argument: without a locale a virtual machine passes arguments in ASCII. */
    private static String run(String input, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}

package dev.leapp.cli.handover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.error.LeappException;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    private static final int VALUES = 300;
    private static final long SEED = 20260301;
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "`",
            "$",
            "$HOME",
            "$(id)",
            "\\",
            "\\'",
            "!",
            "!!",
            "%",
            "%PATH%",
            "^",
            "&",
            "|",
            ";",
            "#",
            " ",
            "\t",
            "\n",
            "\r",
            "*",
            "?",
            "~",
            "{a,b}",
            "[",
            "<",
            ">",
            "=",
            "-n",
            "a",
            "Z",
            "0",
            "/",
            "+",
            "\u00e9",
            "\u2018",
            "\u2019",
            "\u201b",
            "\uD83D\uDE00",
            "\u0001",
            "\u007f");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"bash, BASH", "zsh, ZSH", "dash, SH", "fish, FISH"})
    void aRealShellGetsEveryValueAsItIs(String program, Shell shell) throws IOException, InterruptedException {
        Components.require(program, Components.onPath(program).isPresent(), "install the package " + program);
        Map<String, String> values = values();

        assertThat(evaluated(program, shell.dialect().lines(List.of(), values))).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource({"bash, BASH", "zsh, ZSH", "dash, SH", "fish, FISH"})
    void aRealShellForgetsWhatIsRemoved(String program, Shell shell) throws IOException, InterruptedException {
        Components.require(program, Components.onPath(program).isPresent(), "install the package " + program);
        List<String> lines = new ArrayList<>(shell.dialect().lines(List.of(), Map.of("VALUE_1", "x", "VALUE_2", "y")));
        lines.addAll(shell.dialect().lines(List.of("VALUE_1", "VALUE_NEVER_SET"), Map.of()));

        assertThat(evaluated(program, lines)).isEqualTo(Map.of("VALUE_2", "y"));
    }

    /** As there is no PowerShell to ask: its own rules read the string. */
    @Test
    void powerShellReadsEveryValueAsItIs() {
        values().forEach((name, value) -> {
            String line = new PowerShellDialect().set(name, value);
            String start = "$env:" + name + " = '";
            assertThat(line).startsWith(start).endsWith("'");
            assertThat(readByPowerShell(line.substring(start.length()))).isEqualTo(value);
        });
    }

    private static String readByPowerShell(String text) {
        StringBuilder read = new StringBuilder();
        String quotes = "'\u2018\u2019\u201a\u201b";
        for (int i = 0; i < text.length(); i++) {
            if (quotes.indexOf(text.charAt(i)) >= 0) {
                if (i + 1 == text.length()) {
                    return read.toString();
                }
                i++;
                assertThat(quotes).as("the string ends early").contains(text.substring(i, i + 1));
            }
            read.append(text.charAt(i));
        }
        throw new AssertionError("the string does not end: " + text);
    }

    @Test
    void cmdGetsPlainValuesAndRefusesWhatItWouldTakeForSomethingElse() {
        CmdDialect cmd = new CmdDialect();

        assertThat(cmd.set("NAME", "a+b/c=d & e ^ f | g")).isEqualTo("set \"NAME=a+b/c=d & e ^ f | g\"");
        assertThat(cmd.unset("NAME")).isEqualTo("set \"NAME=\"");
        for (String value : List.of("a\"b", "100%", "hey!", "a\nb", "a\rb", "\u0001")) {
            assertThat(catchThrowableOfType(LeappException.class, () -> cmd.set("NAME", value)))
                    .hasMessageContaining("NAME")
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(value));
        }
    }

    @Test
    void dotenvQuotesOnlyWhatItMust() {
        DotenvDialect dotenv = new DotenvDialect();

        assertThat(dotenv.set("NAME", "wJalr/K7+x=")).isEqualTo("NAME=wJalr/K7+x=");
        assertThat(dotenv.set("NAME", "")).isEqualTo("NAME=");
        assertThat(dotenv.set("NAME", "a b#$c\"")).isEqualTo("NAME='a b#$c\"'");
        assertThat(dotenv.set("NAME", "it's")).isEqualTo("NAME=\"it's\"");
        assertThat(catchThrowableOfType(LeappException.class, () -> dotenv.unset("NAME")))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's $5", "a\nb", "\\", "'\"", "`'"})
    void dotenvRefusesWhatItsReadersReadDifferently(String value) {
        assertThat(catchThrowableOfType(LeappException.class, () -> new DotenvDialect().set("NAME", value)))
                .hasMessageContaining("NAME")
                .hasMessageNotContaining(value);
    }

    private static Map<String, String> values() {
        Random random = new Random(SEED);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < VALUES; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                value.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            values.put("VALUE_" + i, value.toString());
        }
        return values;
    }

    /** One process evaluates all lines, and its child shows what it got. */
    private Map<String, String> evaluated(String program, List<String> lines) throws IOException, InterruptedException {
        Path script = Files.writeString(directory.resolve("script"), String.join("\n", lines) + "\nenv -0\n");
        ProcessBuilder builder = new ProcessBuilder(program, script.toString()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", directory.toString(), "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        process.getOutputStream().close();
        String shown = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(shown).isZero();
        Map<String, String> got = new LinkedHashMap<>();
        for (String variable : shown.split("\0", -1)) {
            int equals = variable.indexOf('=');
            if (variable.startsWith("VALUE_")) {
                got.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        }
        return got;
    }
}

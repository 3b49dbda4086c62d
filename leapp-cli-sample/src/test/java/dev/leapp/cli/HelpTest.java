package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.exec.Inherited;
import dev.leapp.cli.exec.SystemPrograms;
import dev.leapp.cli.field.PluginFlags;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.run.Context;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

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

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpThatFitsEightyColumnsWithExamplesAndExitCodes(String command) {
        List<String> args = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
        args.add("--help");

        TestCli.Run run = cli.run(args.toArray(String[]::new));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: leapp " + command).contains("\nExit codes: 0 done");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(run.out()).contains("\nExamples:\n", "leapp " + command);
    }

    @Test
    void withoutArgumentsTheHelpIsShown() {
        TestCli.Run run = cli.run();

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: leapp").contains("  session ", "leapp tour");
    }

    @Test
    void helpShowsTheHelpOfACommand() {
        assertThat(cli.ok("help", "session", "start")).isEqualTo(cli.ok("session", "start", "--help"));
        assertThat(cli.run("help", "session", "strat").err()).contains("did you mean 'start'?");
    }

    @Test
    void helpAndVersionLookAtNoPlugin() {
        cli.opening(around -> {
            throw new AssertionError("opened");
        });

        assertThat(cli.ok("--help")).isNotEmpty();
        assertThat(cli.ok("session", "start", "--help")).isNotEmpty();
        assertThat(cli.ok("version")).startsWith("leapp ");
        assertThat(cli.ok("--version")).startsWith("leapp ");
    }

    @Test
    void versionIsJsonWhenAsked() {
        assertThat(cli.ok("version", "--output", "json")).contains("\"version\": ", "\"java\": ");
    }

    static Stream<String> commands() {
        return names(model(), "").stream();
    }

    /** All commands that the help shows, by their full names, without the program's; aliases are none. */
    static List<String> names(CommandLine command, String prefix) {
        List<String> names = new ArrayList<>();
        command.getSubcommands().forEach((name, sub) -> {
            if (!name.equals(sub.getCommandName())
                    || sub.getCommandSpec().usageMessage().hidden()) {
                return;
            }
            names.add(prefix + name);
            names.addAll(names(sub, prefix + name + " "));
        });
        return names;
    }

    static CommandLine model() {
        return model(PluginFlags.none());
    }

    static CommandLine model(PluginFlags fields) {
        Io io = new Io(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Map.of(),
                Path.of("/nonexistent"),
                Io.Tty.NONE,
                StandardCharsets.UTF_8,
                () -> 80,
                () -> () -> {});
        Context context = new Context(
                io,
                Clock.systemUTC(),
                around -> {
                    throw new AssertionError("opened");
                },
                new SystemPrograms(Inherited.unknown()));
        return Cli.tree(context, fields);
    }
}

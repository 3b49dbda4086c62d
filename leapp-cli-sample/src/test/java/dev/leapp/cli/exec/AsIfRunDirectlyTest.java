package dev.leapp.cli.exec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.Signals;
import dev.leapp.testkit.contract.Components;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that takes a process's place, or runs below it, does what it does when it is run directly. */
class AsIfRunDirectlyTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path directory;

    @BeforeEach
    void needsAShell() {
        Components.require("sh", Components.onPath("sh").isPresent(), "it is part of every Unix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"become", "run"})
    void inputArgumentsOutputAndExitCodeAreTheProgramsOwn(String way) throws IOException, InterruptedException {
        String script = "cat; printf '<%s>' \"$@\"; echo \"$GIVEN_KEY $GIVEN_OTHER $KEPT\" >&2; exit 7";
        String[] command = {
            "sh", "-c", script, "name", "a b", "", "--", "-x", "*", "gr\u00fcn", "line\nline", "'\"$HOME"
        };

        Ended ran = run(way, "piped\nin", command);
        Ended direct = run("directly", "piped\nin", command);

        assertThat(ran.out()).isEqualTo(direct.out()).startsWith("piped\nin<a b><><--><-x>");
        assertThat(ran.code()).isEqualTo(direct.code()).isEqualTo(7);
        assertThat(ran.err()).isEqualTo("of the session  yes\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"become", "run"})
    void signalsAreBlockedIgnoredAndCaughtAsUsual(String way) throws IOException, InterruptedException {
        Components.require("/proc", Files.exists(Path.of("/proc/self/status")), "Linux has it");
        String[] command = {"sh", "-c", "grep ^Sig[BIC] /proc/self/status; ulimit -n; pwd; umask"};

        assertThat(run(way, "", command).withoutSignalsOfTheCLibrary())
                .isEqualTo(run("directly", "", command).withoutSignalsOfTheCLibrary());
    }

    @Test
    void whatTheProcessWasGivenReachesTheProgram() throws IOException, InterruptedException {
        Components.require("/proc", Files.exists(Path.of("/proc/self/status")), "Linux has it");
        Path file = Files.writeString(directory.resolve("seven"), "seventh\n");
        String seen = "cat <&7; cd /proc/$$/fd; echo *; grep ^SigIgn /proc/$$/status";
        String shell = "trap '' PIPE QUIT; exec \"$@\" 7<" + file;

        Ended ran = end(
                start(prefixed(
                        Signals.heardBy(List.of("sh", "-c", shell, "sh")),
                        java("-Dleapp.inherited.signals=1004", "-Dleapp.inherited.descriptors=7"),
                        List.of("become", "sh", "-c", seen))),
                "");
        Ended direct =
                end(start(prefixed(Signals.heardBy(List.of("sh", "-c", shell, "sh")), List.of("sh", "-c", seen))), "");

        assertThat(ran.withoutSignalsOfTheCLibrary()).isEqualTo(direct.withoutSignalsOfTheCLibrary());
        assertThat(ran.out()).startsWith("seventh\n0 1 2 ").containsPattern("SigIgn:\t[0-9a-f]+1004\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"become", "run"})
    void aProgramThatASignalEndsIsToldAsShellsDo(String way) throws IOException, InterruptedException {
        assertThat(run(way, "", "sh", "-c", "kill -KILL $$").code()).isEqualTo(137);
    }

    @ParameterizedTest
    @ValueSource(strings = {"become", "run"})
    void aProgramThatIgnoresATerminationIsNotLeftBehind(String way) throws IOException, InterruptedException {
        Process process =
                start(command(way, "sh", "-c", "trap '' TERM; echo ready; read line; echo still $line; exit 3"));
        BufferedReader out = process.inputReader(UTF_8);
        assertThat(out.readLine()).isEqualTo("ready");

        kill("TERM", process);
        write(process, "here\n");

        assertThat(out.readLine()).isEqualTo("still here");
        assertThat(end(process, "").code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"become, HUP", "become, INT", "run, HUP", "run, INT", "run, TERM", "run, USR1"})
    void aSignalIsTheProgramsToHandle(String way, String signal) throws IOException, InterruptedException {
        String script = "trap 'echo got it; exit 5' " + signal + "; echo ready; while :; do sleep 0.1; done";
        Process process = start(Signals.heardBy(command(way, "sh", "-c", script)));
        BufferedReader out = process.inputReader(UTF_8);
        assertThat(out.readLine()).isEqualTo("ready");

        kill(signal, process);

        assertThat(out.readLine()).isEqualTo("got it");
        assertThat(end(process, "").code()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"become", "run"})
    void whatAProgramLeavesRunningIsNeitherAwaitedNorEnded(String way) throws IOException, InterruptedException {
        Ended ran = run(way, "", "sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!");
        ProcessHandle left = ProcessHandle.of(Long.parseLong(ran.out().strip())).orElseThrow();

        assertThat(ran.code()).isZero();
        assertThat(left.isAlive()).isTrue();
        left.destroyForcibly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"become", "run"})
    void aProgramThatIsNotThereIsTold(String way) throws IOException, InterruptedException {
        Ended ran = run(way, "", "no-such-program");

        assertThat(ran.code()).isEqualTo(127);
        assertThat(ran.err()).isEqualTo("program-not-found: There is no program no-such-program\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"become", "run"})
    void aFileThatIsNoProgramIsTold(String way) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("plain"), "");

        Ended ran = run(way, "", file.toString());

        assertThat(ran.code()).isEqualTo(126);
        assertThat(ran.err()).isEqualTo("program-not-run: " + file + " can't be run: Permission denied\n");
    }

    @Test
    void theProcessIdStaysAndNoJvmRemains() throws IOException, InterruptedException {
        Process process = start(command("become", "sh", "-c", "echo $$; read line"));
        String id = process.inputReader(UTF_8).readLine();

        assertThat(id).isEqualTo(String.valueOf(process.pid()));
        assertThat(process.info().command().orElseThrow()).doesNotContain("java");
        write(process, "\n");
        assertThat(end(process, "").code()).isZero();
    }

    private Ended run(String way, String input, String... program) throws IOException, InterruptedException {
        return end(start(command(way, program)), input);
    }

    private static List<String> command(String way, String... program) {
        return way.equals("directly") ? List.of(program) : prefixed(java(), List.of(way), List.of(program));
    }

    private static List<String> java(String... properties) {
        return prefixed(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-MaxFDLimit",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djna.tmpdir=" + System.getProperty("java.io.tmpdir")),
                List.of(properties),
                List.of(
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RunAway.class.getName()));
    }

    @SafeVarargs
    private static List<String> prefixed(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("GIVEN_OTHER", "to be removed");
        builder.environment().put("KEPT", "yes");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static void kill(String signal, Process process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    private static void write(Process process, String text) throws IOException {
        process.getOutputStream().write(text.getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    private static Ended end(Process process, String input) throws IOException, InterruptedException {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    private record Ended(int code, String out, String err) {

        /** Signals 32 and 33 are the C library's own: the digits of the 64 bits that they are in. */
        Ended withoutSignalsOfTheCLibrary() {
            String others = Pattern.compile("(?m)^(Sig...:\\t.{7})([0-9a-f])([0-9a-f])")
                    .matcher(out)
                    .replaceAll(line -> line.group(1) + "-" + "-");
            return new Ended(code, others, err);
        }
    }
}

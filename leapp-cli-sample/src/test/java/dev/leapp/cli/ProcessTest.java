package dev.leapp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsHold;
import dev.leapp.testkit.cloud.StsUser;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own shows. */
class ProcessTest {

    @TempDir
    Path home;

    @Test
    void aReaderThatClosesThePipeEarlyGetsNoComplaint() throws IOException, InterruptedException {
        Components.require("sh", Components.onPath("sh").isPresent(), "it is part of every Unix");
        String line = String.join("' '", LeappProcess.command("session", "add", "--help"));

        Ended ended = run("sh", "-c", "'" + line + "' | head -1");

        assertThat(ended.out()).isEqualTo("Usage: leapp session add [OPTIONS]\n");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void lostOutputIsAnErrorOfItsOwn() throws IOException, InterruptedException {
        Components.require("/dev/full", Files.exists(Path.of("/dev/full")), "Linux has it");
        String line = String.join("' '", LeappProcess.command("version"));

        Ended ended = run("sh", "-c", "'" + line + "' > /dev/full");

        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.err()).startsWith("leapp: The output could not be written");
    }

    @Test
    void pipedOutputHasNoColoursEvenWhenTheTerminalHas() throws IOException, InterruptedException {
        Ended ended = run(LeappProcess.command("help").toArray(String[]::new));

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).doesNotContain("\033");
    }

    @Test
    void controlCDuringAStartLeavesNothingPending() throws IOException, InterruptedException {
        Components.require("kill", Components.onPath("kill").isPresent(), "it is part of every Unix");
        String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        try (LocalSts sts = LocalSts.builder()
                .user(new StsUser("ops", "AKIAIOSFODNN7EXAMPLE", secret))
                .start()) {
            add(sts, secret);
            StsHold hold = sts.holdNext();
            Process start = start(sts, "session", "start", "ops");
            assertThat(hold.awaitArrival(Duration.ofSeconds(30))).isTrue();
            new ProcessBuilder("kill", "-INT", String.valueOf(start.pid()))
                    .start()
                    .waitFor();
            Ended interrupted = Ended.of(start);
            hold.release();

            assertThat(interrupted.code()).isEqualTo(130);
            assertThat(interrupted.err()).doesNotContain("\tat ");
            assertThat(Ended.of(start(sts, "session", "list", "--columns", "status", "--no-header"))
                            .out())
                    .isIn("inactive\n", "interrupted\n");
            assertThat(Ended.of(start(sts, "session", "start", "ops")).code()).isZero();
            assertThat(Ended.of(start(sts, "session", "stop", "ops")).code()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsAWatchCleanly(String signal, int code) throws IOException, InterruptedException {
        Components.require("kill", Components.onPath("kill").isPresent(), "it is part of every Unix");
        String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
        try (LocalSts sts = LocalSts.builder()
                .user(new StsUser("ops", "AKIAIOSFODNN7EXAMPLE", secret))
                .start()) {
            add(sts, secret);
            assertThat(Ended.of(start(sts, "session", "start", "ops")).code()).isZero();
            Process watch = start(sts, "watch", "--output", "json");
            assertThat(Ended.of(start(sts, "session", "stop", "ops")).code()).isZero();
            new ProcessBuilder("kill", "-" + signal, String.valueOf(watch.pid()))
                    .start()
                    .waitFor();
            Ended ended = Ended.of(watch);

            assertThat(ended.code()).isEqualTo(code);
            assertThat(ended.err()).isEmpty();
        }
    }

    private void add(LocalSts sts, String secret) throws IOException, InterruptedException {
        Process add = start(
                sts,
                "session",
                "add",
                "--type",
                "aws-iam-user",
                "--name",
                "ops",
                "--profile",
                "ops",
                "--access-key-id",
                "AKIAIOSFODNN7EXAMPLE",
                "--secret-access-key-stdin");
        add.getOutputStream().write((secret + "\n").getBytes(UTF_8));
        Ended ended = Ended.of(add);
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private Process start(LocalSts sts, String... args) throws IOException {
        ProcessBuilder builder = LeappProcess.builder(home, Signals.heardBy(LeappProcess.command(args)));
        builder.environment().put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        return builder.start();
    }

    private Ended run(String... command) throws IOException, InterruptedException {
        return Ended.of(LeappProcess.builder(home, List.of(command)).start());
    }

    private record Ended(int code, String out, String err) {

        static Ended of(Process process) throws IOException, InterruptedException {
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), out, err);
        }
    }
}

package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.provider.aws.internal.profile.ShellWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that the user has named to get something secret from. It is run without a shell: the line is split into words as a shell
 * does it, and nothing is expanded. What it says on standard error is passed on; its standard input is empty.
 */
final class ExternalCommand {

    private static final int MOST_BYTES = 64_000;

    private final String setting;
    private final List<String> words;
    private final Clock clock;

    /**
     * Names a program.
     *
     * @param setting the setting that names it, for messages
     * @param line the program and its arguments
     */
    ExternalCommand(String setting, String line, Clock clock) {
        this.setting = setting;
        this.words = ShellWords.split(line).orElse(List.of());
        this.clock = clock;
    }

    static Optional<String> problemWith(String line) {
        boolean fits = ShellWords.split(line).filter(words -> !words.isEmpty()).isPresent();
        return fits ? Optional.empty() : Optional.of("must be a program and its arguments, with all quotes closed");
    }

    /** Returns what it writes to standard output, without white space at its ends. */
    Secret output(IssueContext context) {
        Duration left = Duration.between(clock.instant(), context.deadline());
        Process process = start(context);
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        CompletableFuture<Void> remarks = CompletableFuture.runAsync(() -> passOn(process.getErrorStream(), context));
        try {
            if (!process.waitFor(left.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(context, "gives no answer in time", null);
            }
            remarks.join();
            return answer(context, process.exitValue(), output.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException(
                    CoreErrorCode.CANCELLED,
                    "Session " + context.session().name() + ": cancelled while " + program() + " ran",
                    null,
                    e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private Process start(IssueContext context) {
        try {
            Process process = new ProcessBuilder(words).start();
            process.getOutputStream().close();
            return process;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw failed(context, "can't be run", e);
        }
    }

    private Secret answer(IssueContext context, int exitCode, byte[] output) {
        if (exitCode != 0) {
            throw failed(context, "failed with exit code " + exitCode, null);
        }
        String text = new String(output, StandardCharsets.UTF_8).strip();
        if (text.isEmpty() || output.length >= MOST_BYTES) {
            throw failed(context, text.isEmpty() ? "writes nothing" : "writes too much", null);
        }
        return Secret.of(text);
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static void passOn(InputStream stream, IssueContext context) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(context.interaction()::inform);
        } catch (IOException | RuntimeException e) {
            // what it remarks is not what it was asked for
        }
    }

    private CredentialException failed(IssueContext context, String how, @Nullable Throwable cause) {
        return new CredentialException(
                CoreErrorCode.LOGIN_NEEDED,
                "Session " + context.session().name() + ": " + program() + " " + how,
                "run it by hand, or correct " + setting + ": leapp session edit '"
                        + context.session().name() + "'",
                cause);
    }

    private String program() {
        return words.isEmpty() ? "the program" : "'" + words.get(0) + "'";
    }
}

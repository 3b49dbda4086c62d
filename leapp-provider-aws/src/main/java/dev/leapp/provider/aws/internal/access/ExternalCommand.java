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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A program that the user has named to get something secret from. It is run without a shell: the line is split into words as a shell
 * does it, and nothing is expanded. What it says on standard error is passed on; its standard input is empty.
 */
final class ExternalCommand {

    private static final int MOST_BYTES = 64_000;
    private static final long LAST_REMARKS_MILLIS = 500;

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
        Process process = start(context);
        FutureTask<byte[]> output = inBackground(() -> read(process.getInputStream()));
        FutureTask<Boolean> remarks = inBackground(() -> passOn(process.getErrorStream(), context));
        try {
            byte[] written = output.get(left(context), TimeUnit.MILLISECONDS);
            if (!process.waitFor(left(context), TimeUnit.MILLISECONDS)) {
                throw failed(context, "gives no answer in time", null);
            }
            awaitRemarks(remarks);
            return answer(context, process.exitValue(), written);
        } catch (TimeoutException e) {
            throw failed(context, "gives no answer in time", null);
        } catch (ExecutionException e) {
            throw new IllegalStateException("what can't be read is empty", e);
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

    private long left(IssueContext context) {
        return Duration.between(clock.instant(), context.deadline()).toMillis();
    }

    /** On a thread of its own: what it remarks is for now, such as "touch your key", and shared threads may all be busy. */
    private static <T> FutureTask<T> inBackground(Callable<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading);
        Thread thread = new Thread(task, "leapp-external-command");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** Something that it has left running may hold its standard error for ever. */
    private static void awaitRemarks(FutureTask<Boolean> remarks) throws InterruptedException, ExecutionException {
        try {
            remarks.get(LAST_REMARKS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            remarks.cancel(false);
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

    private static boolean passOn(InputStream stream, IssueContext context) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank()).forEach(context.interaction()::inform);
            return true;
        } catch (IOException | RuntimeException e) {
            return false; // what it remarks is not what it was asked for
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

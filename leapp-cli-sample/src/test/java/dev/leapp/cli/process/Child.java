package dev.leapp.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process with exactly the environment that it is given, and its streams in files. */
final class Child implements AutoCloseable {

    /** Longer than anything here takes; a process that hangs fails the test. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;

    private Child(List<String> command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts a process.
     *
     * @param streams the directory for its standard output and error
     * @param input all of its standard input
     */
    static Child start(List<String> command, Map<String, String> environment, Path streams, String input) {
        Child child = launch(command, environment, streams);
        feed(child.process, input);
        return child;
    }

    /** Starts a process whose standard input stays open. */
    static Child start(List<String> command, Map<String, String> environment, Path streams) {
        return launch(command, environment, streams);
    }

    private static Child launch(List<String> command, Map<String, String> environment, Path streams) {
        try {
            Path out = Files.createTempFile(streams, "", ".out");
            Path err = Path.of(out.toString().replaceFirst("\\.out$", ".err"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(streams.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Child(command, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void feed(Process process, String input) {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading: what it says about that is for the test to judge.
        }
    }

    Process process() {
        return process;
    }

    Finished await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(command + " hangs; it said: " + Files.readString(err));
            }
            return new Finished(command, process.exitValue(), text(out), text(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            close();
        }
    }

    /** Lets it run for that long, then kills it with SIGKILL; it may have ended before. */
    void killAfter(Duration delay) {
        try {
            if (!process.waitFor(delay.toNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Kills what still runs of it, children first. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

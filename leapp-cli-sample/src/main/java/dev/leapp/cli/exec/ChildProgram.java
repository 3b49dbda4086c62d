package dev.leapp.cli.exec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a program beside this process, with the same standard streams, and does not end before it. */
final class ChildProgram {

    /** What the system said: {@code error=13, Permission denied}, since JDK 25 {@code error: 13 (Permission denied)}. */
    private static final Pattern SYSTEM_ERROR =
            Pattern.compile("error[=:] ?(?<number>[0-9]+)(, | \\()(?<words>[^()]*)\\)?\\s*$");

    private static final String NO_SUCH_FILE = "2";

    private final Optional<Posix> posix;
    private final Inherited inherited;

    /**
     * Runs programs.
     *
     * @param posix sends signals, where there is one
     * @param inherited what this process was given by its parent
     */
    ChildProgram(Optional<Posix> posix, Inherited inherited) {
        this.posix = posix;
        this.inherited = inherited;
    }

    /** Runs one, and returns its exit code, 128 and the signal's number if a signal ended it. */
    int run(Program program) {
        ProcessBuilder builder = new ProcessBuilder(program.command()).inheritIO();
        program.applyTo(builder.environment());
        posix.ifPresent(this::beAsStarted);
        try (SignalForwarding signals = SignalForwarding.begin(posix)) {
            Process process = start(builder, program.name());
            builder.environment().clear();
            // Ctrl-backslash is for the program; a JVM would write what its threads do to standard output.
            posix.ifPresent(found -> found.ignore(Posix.only(Posix.SIGQUIT)));
            signals.to(process);
            return exitCode(process);
        }
    }

    /** Runs one without input, and returns what it said. */
    Heard hear(Program program) {
        ProcessBuilder builder = new ProcessBuilder(program.command());
        program.applyTo(builder.environment());
        Process process = start(builder, program.name());
        endInput(process);
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        return new Heard(exitCode(process), out, err.join());
    }

    private static void endInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException ended) {
            // It reads nothing.
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    /** A child inherits what is ignored and blocked. Who ignores the end of children never learns how one ended. */
    private void beAsStarted(Posix found) {
        found.ignore(inherited.ignoredSignals() & ~Posix.only(Posix.childEnded()));
        found.block(ProcessStatus.now().blockedSignals());
    }

    /** Returns the environment of this process, to be changed. */
    static Map<String, String> inheritedEnvironment() {
        return new ProcessBuilder().environment();
    }

    private static Process start(ProcessBuilder builder, String name) {
        try {
            return builder.start();
        } catch (IOException error) {
            String message = String.valueOf(error.getMessage());
            Matcher why = SYSTEM_ERROR.matcher(message);
            if (!why.find()) {
                throw ProgramException.notRun(name, message);
            }
            throw why.group("number").equals(NO_SUCH_FILE)
                    ? ProgramException.notFound(name)
                    : ProgramException.notRun(name, why.group("words"));
        }
    }

    /** Only the program's own end ends this. */
    private static int exitCode(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException ignored) {
                // What interrupts us is passed on to the program, which decides.
            }
        }
    }
}

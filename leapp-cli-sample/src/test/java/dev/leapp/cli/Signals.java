package dev.leapp.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a shell ignores for what it runs in the background, all its programs ignore, too: so do tests that are run there. */
public final class Signals {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";
    private static final int HEXADECIMAL = 16;

    /** The bits of SIGHUP, SIGINT and SIGQUIT. */
    private static final long HANG_UP_INTERRUPT_QUIT = 0b111;

    private Signals() {}

    /** Returns the same command, made to hear a hang-up, Ctrl-C and Ctrl-\ as in a terminal. */
    public static List<String> heardBy(List<String> command) {
        if (!Files.exists(STATUS) || (ignored() & HANG_UP_INTERRUPT_QUIT) == 0) {
            return command;
        }
        List<String> hearing = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,QUIT"));
        hearing.addAll(command);
        return hearing;
    }

    private static long ignored() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(IGNORED))
                    .map(line -> line.substring(IGNORED.length()).strip())
                    .mapToLong(mask -> Long.parseUnsignedLong(mask, HEXADECIMAL))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

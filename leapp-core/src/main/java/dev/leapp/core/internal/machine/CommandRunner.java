package dev.leapp.core.internal.machine;

import java.io.IOException;
import java.util.List;

/** Runs a program of the operating system. */
@FunctionalInterface
public interface CommandRunner {

    /**
     * Returns what the program prints.
     *
     * @throws IOException if it can't be run, takes too long, or fails
     */
    String output(List<String> command) throws IOException;

    /** Returns a runner of real processes. */
    static CommandRunner ofTheSystem() {
        return new ProcessRunner();
    }
}

package dev.leapp.cli.io;

import java.nio.file.Path;
import java.util.Optional;

/** The program that started this one. */
public final class CallingProgram {

    private CallingProgram() {}

    /** Returns what was run, perhaps with its path; nothing where the system doesn't say. */
    public static Optional<String> command() {
        return ProcessHandle.current().parent().flatMap(parent -> parent.info().command());
    }

    /** Returns its name, without path and arguments; nothing where the system doesn't say. */
    public static String name() {
        return command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
    }
}

package dev.leapp.cli.io;

import java.nio.file.Path;

/** The program that started this one. */
public final class CallingProgram {

    private CallingProgram() {}

    /** Returns its name, without path and arguments; nothing where the system doesn't say. */
    public static String name() {
        return ProcessHandle.current()
                .parent()
                .flatMap(parent -> parent.info().command())
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
    }
}

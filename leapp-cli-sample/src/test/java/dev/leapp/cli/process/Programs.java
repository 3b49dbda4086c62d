package dev.leapp.cli.process;

import dev.leapp.cli.FastStart;
import dev.leapp.testkit.contract.Components;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The programs that these tests run. */
final class Programs {

    /** No file in a shared directory. */
    private static final String NO_FILES = "-XX:-UsePerfData";

    static final String MAIN = "dev.leapp.cli.Main";

    private Programs() {}

    /** Returns the search path of this process, which the programs' own helpers need. */
    static String path() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    }

    /**
     * Returns the command line of {@code leapp} in a JVM of its own.
     *
     * @param userHome what the JVM thinks is the user's home directory
     * @param temporary its directory for temporary files
     * @param properties more system properties
     */
    static List<String> leapp(Path userHome, Path temporary, List<String> properties) {
        return java(MAIN, userHome, temporary, properties);
    }

    /** Returns the command line of any of our main classes in a JVM of its own. */
    static List<String> java(String main, Path userHome, Path temporary, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FastStart.ready().flags());
        command.add(NO_FILES);
        command.add("-Duser.home=" + userHome);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(flags);
        command.add("-cp");
        command.add(FastStart.ready().classPath());
        command.add(main);
        return command;
    }

    /** Returns every program of that name on the search path: there may be several versions. */
    static List<String> all(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path())
                .map(directory -> Path.of(directory, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Programs::real)
                .distinct()
                .toList();
    }

    private static String real(Path file) {
        try {
            return file.toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where a program lies, else skips the test. */
    static String require(String program, String whenMissing) {
        Optional<Path> found = Components.onPath(program);
        Components.require(program, found.isPresent(), whenMissing);
        return found.orElseThrow().toString();
    }
}

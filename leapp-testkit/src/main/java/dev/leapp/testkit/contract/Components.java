package dev.leapp.testkit.contract;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Tells tests which real components, such as a program or a container engine, they can use on this machine.
 *
 * <p>A test whose component is missing is skipped with a reason. With the system property
 * {@value #REQUIRED} set to {@code true} it fails instead, so that a machine that is meant to have everything
 * cannot pass by skipping.
 *
 * @since 0.1
 */
public final class Components {

    /**
     * The system property that turns a skip into a failure.
     *
     * @since 0.1
     */
    public static final String REQUIRED = "leapp.require.components";

    private Components() {}

    /**
     * Goes on if the component is there, else skips or fails the running test.
     *
     * @param what names the component, as in {@code "the AWS CLI"}
     * @param present whether it can be used
     * @param reasonWhenMissing why not, and how to get it
     * @throws TestAbortedException if it is missing and may be
     * @throws AssertionFailedError if it is missing although {@value #REQUIRED} is {@code true}
     * @since 0.1
     */
    public static void require(String what, boolean present, String reasonWhenMissing) {
        require(what, present, reasonWhenMissing, Boolean.getBoolean(REQUIRED));
    }

    static void require(String what, boolean present, String reasonWhenMissing, boolean mustBeThere) {
        if (present) {
            return;
        }
        String message = what + " is missing: " + reasonWhenMissing;
        if (mustBeThere) {
            throw new AssertionFailedError(message + " (" + REQUIRED + " is true)");
        }
        throw new TestAbortedException(message);
    }

    /**
     * Finds a program as a shell would, in the directories of the environment variable {@code PATH}.
     *
     * @param program its plain file name
     * @return where it lies, or empty if no directory has an executable file of that name
     * @since 0.1
     */
    public static Optional<Path> onPath(String program) {
        return onPath(program, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    static Optional<Path> onPath(String program, String path) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}

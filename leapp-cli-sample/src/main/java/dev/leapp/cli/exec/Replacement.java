package dev.leapp.cli.exec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a program in the place of this process: it keeps the process id, so that signals, job control, the terminal and the exit code are
 * the program's own, and no JVM stays beside it. What the JVM changed for itself is put back first.
 */
final class Replacement {

    private static final int FIRST_NOT_STANDARD = 3;

    private final Posix posix;
    private final Inherited inherited;

    Replacement(Posix posix, Inherited inherited) {
        this.posix = posix;
        this.inherited = inherited;
    }

    /** Returns only by throwing. */
    void by(Program program) {
        List<byte[]> arguments = RawArguments.of(program.command());
        long blocked = ProcessStatus.now().blockedSignals();
        changeEnvironment(program);
        posix.ignore(inherited.ignoredSignals());
        posix.block(blocked);
        // Last, as the JVM opens some by itself when it reads files.
        descriptors()
                .filter(number -> !inherited.descriptors().contains(number))
                .forEach(posix::closeOnExec);
        int error = posix.execute(arguments.get(0), arguments);
        throw failure(program.name(), error);
    }

    /** The process's own environment is changed, not replaced: what can't be decoded is passed on as it is. */
    private void changeEnvironment(Program program) {
        Map<String, String> before = ChildProgram.inheritedEnvironment();
        Map<String, String> after = new HashMap<>(before);
        program.applyTo(after);
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(posix::removeVariable);
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                posix.setVariable(name, value);
            }
        });
    }

    private static Stream<Integer> descriptors() {
        Path listed = Path.of("/proc/self/fd");
        String @Nullable [] names = (Files.isDirectory(listed) ? listed : Path.of("/dev/fd"))
                .toFile()
                .list();
        return Stream.ofNullable(names)
                .flatMap(Arrays::stream)
                .map(Integer::valueOf)
                .filter(number -> number >= FIRST_NOT_STANDARD);
    }

    private ProgramException failure(String name, int error) {
        boolean isThere = name.contains("/") && Files.exists(Path.of(name));
        if (error == Posix.ENOENT) {
            return isThere
                    ? ProgramException.notRun(name, "the interpreter that it names is missing")
                    : ProgramException.notFound(name);
        }
        return ProgramException.notRun(name, posix.message(error));
    }
}

package dev.leapp.cli.process;

import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code leapp} under strace: to see by which system calls it changes the disk, and to kill it at one of them. */
final class Strace {

    /** All by which a file or a directory can be changed and that the JDK uses, or that could take their place. */
    private static final String CHANGES =
            "rename,renameat,renameat2,fsync,fdatasync,unlink,unlinkat,mkdir,mkdirat,rmdir,"
                    + "link,linkat,symlink,symlinkat,truncate,ftruncate,fallocate,chmod,fchmod,fchmodat,write,pwrite64,writev,"
                    + "pwritev,openat,open,creat,copy_file_range,sendfile";

    /** Else it looks into the control groups now and then, and one call more or less comes before a step. */
    private static final String STEADY_JVM = "-XX:-UseContainerSupport";

    /** Else the C library reads a file under {@code /proc} when a thread's own heap shrinks. */
    private static final Map<String, String> STEADY_ALLOCATION = Map.of("MALLOC_ARENA_MAX", "1");

    private static final int SIGKILLED = 128 + 9;
    private static final Pattern CALL = Pattern.compile("^(\\d+)\\s+(\\w+)\\((.*)$");

    private static final Pattern RESUMED = Pattern.compile("^(\\d+)\\s+<\\.\\.\\. \\w+ resumed>.*$");
    private static final String UNFINISHED = "<unfinished ...>";

    /** Filled up with blanks where the line is short, as it is when a call is resumed. */
    private static final Pattern FAILED = Pattern.compile("\\) += (-1 |\\? ERESTART)");

    private final String program;
    private final Home home;

    private Strace(String program, Home home) {
        this.program = program;
        this.home = home;
    }

    /** Returns where it is, else skips the test; also where it may not trace. */
    static String require(Path streams) {
        String program = Programs.require("strace", "install strace");
        Finished attached = Child.start(List.of(program, "-f", "true"), Map.of("PATH", Programs.path()), streams, "")
                .await();
        Components.require(
                "permission to trace processes",
                attached.code() == 0,
                attached.err().strip());
        return program;
    }

    static Strace on(Home home) {
        return new Strace(require(home.streams()), home);
    }

    /** Runs a command to its end and returns its steps. */
    List<Step> steps(String input, String... args) {
        Path log = log();
        run(log, List.of("--seccomp-bpf"), input, args).ok();
        return steps(log);
    }

    /**
     * Runs a command and kills it before a step is done.
     *
     * @return how it ended, and the steps that it began; the last one may be the one that it was killed at
     */
    Killed killAt(Step step, String input, String... args) {
        Path log = log();
        String injection = step.syscall() + ":signal=SIGKILL:when=" + step.index();
        Finished finished = run(log, List.of("-e", "inject=" + injection), input, args);
        return new Killed(finished, steps(log));
    }

    /** How a killed process ended, and the steps that it began. */
    record Killed(Finished finished, List<Step> steps) {

        /** Tells whether it was killed in the middle of the last of those steps. */
        boolean at(List<String> names) {
            return finished.code() == SIGKILLED
                    && steps.stream().map(Step::name).toList().equals(names);
        }

        boolean endsWith(String name) {
            return !steps.isEmpty() && steps.get(steps.size() - 1).name().equals(name);
        }
    }

    private Path log() {
        try {
            return Files.createTempFile(home.streams(), "", ".strace");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Filtering by seccomp is faster, but where it stops a process, the kernel takes no signal for it. */
    private Finished run(Path log, List<String> more, String input, String... args) {
        List<String> command = new ArrayList<>(List.of(program, "-f", "-qq", "-y", "-s", "0"));
        command.addAll(List.of("-e", "signal=none", "-e", "trace=" + CHANGES, "-o", log.toString()));
        command.addAll(more);
        command.addAll(home.command(args));
        command.add(command.indexOf("-cp"), STEADY_JVM);
        Map<String, String> environment = new HashMap<>(home.environment());
        environment.putAll(STEADY_ALLOCATION);
        return Child.start(command, environment, home.streams(), input).await();
    }

    private List<Step> steps(Path log) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Optional<Step>> pending = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        for (String line : Home.read(log).lines().toList()) {
            Matcher call = CALL.matcher(line);
            Matcher resumed = RESUMED.matcher(line);
            if (call.matches()) {
                int index = counts.merge(call.group(1) + call.group(2), 1, Integer::sum);
                Optional<Step> step = Step.parse(call.group(2), index, call.group(3), home.user());
                if (line.endsWith(UNFINISHED)) {
                    pending.put(call.group(1), step);
                } else if (!FAILED.matcher(line).find()) {
                    step.ifPresent(steps::add);
                }
            } else if (resumed.matches()) {
                Optional<Step> step = pending.remove(resumed.group(1));
                if (step != null && !FAILED.matcher(line).find()) {
                    step.ifPresent(steps::add);
                }
            }
        }
        pending.values().forEach(step -> step.ifPresent(steps::add));
        return steps;
    }
}

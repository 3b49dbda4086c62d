package dev.leapp.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Reads, over and over, what every program on the machine can see of the processes that this one started. */
final class ProcessWatch implements AutoCloseable {

    private static final long PAUSE_NANOS = 2_000_000;

    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final Set<String> programs = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::watch, "process-watch");
    private volatile boolean over;

    private ProcessWatch() {}

    static ProcessWatch start() {
        ProcessWatch watch = new ProcessWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        while (!over) {
            ProcessHandle.current().descendants().forEach(this::look);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Looks once more at what runs now. */
    void look() {
        ProcessHandle.current().descendants().forEach(this::look);
    }

    private void look(ProcessHandle process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()));
        String arguments = read(directory.resolve("cmdline"));
        String variables = read(directory.resolve("environ"));
        boolean isBeingReplaced = arguments.isEmpty() || !arguments.equals(read(directory.resolve("cmdline")));
        if (isBeingReplaced) {
            return; // whose environment it was can't be told; the next look can
        }
        programs.add(arguments);
        for (String variable : variables.split("\0", -1)) {
            seen.put("the environment of " + arguments.replace('\0', ' ') + ": " + variable, variable);
        }
        seen.put("the arguments of " + arguments.replace('\0', ' '), arguments);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Returns all arguments and single environment variables seen, by what they are. */
    Map<String, String> seen() {
        return seen;
    }

    /** Tells whether a process was seen whose arguments, joined by spaces, contain that text. */
    boolean saw(String text) {
        return programs.stream()
                .anyMatch(arguments -> arguments.replace('\0', ' ').contains(text));
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

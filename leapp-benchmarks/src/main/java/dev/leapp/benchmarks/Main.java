package dev.leapp.benchmarks;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What {@code bin/run} calls, once for each kind of figures; prints them as tables. */
public final class Main {

    private static final int LARGE = 10_000;
    private static final List<String> FORMATS = List.of(SampleHome.SEALED, SampleHome.LEAPP);

    private Main() {}

    /**
     * Measures.
     *
     * @param arguments {@code speed LOG [PATTERN]}, {@code prepare FOLDER}, {@code memory FOLDER}, {@code sync FOLDER}, or {@code processes ROOT
     *     JAVA CLASSES}
     */
    public static void main(String[] arguments) throws RunnerException {
        switch (arguments[0]) {
            case "speed" -> speed(arguments[1], arguments.length > 2 ? arguments[2] : "");
            case "prepare" -> FORMATS.forEach(new Memory(Path.of(arguments[1]), LARGE)::prepare);
            case "memory" -> memory(new Memory(Path.of(arguments[1]), LARGE));
            case "sync" -> sync(Path.of(arguments[1]));
            case "processes" -> processes(Path.of(arguments[1]), arguments[2], arguments[3]);
            default ->
                throw new IllegalArgumentException("speed, prepare, memory, sync or processes, not " + arguments[0]);
        }
    }

    private static void speed(String log, String pattern) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("dev\\.leapp\\.benchmarks\\..*" + pattern)
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .output(log)
                        .build())
                .run();
        print("%-14s %-8s %8s %14s %14s", "in process", "format", "sessions", "time", "allocated MiB");
        results.stream()
                .sorted(Comparator.comparing(Main::name).thenComparing(result -> parameter(result, "format")))
                .forEach(Main::print);
    }

    private static void print(RunResult result) {
        Result<?> allocated =
                Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"), "no profile");
        print(
                "%-14s %-8s %8s %7.1f ±%5.1f %s %14.3f",
                name(result),
                parameter(result, "format"),
                parameter(result, "sessions"),
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                result.getPrimaryResult().getScoreUnit(),
                allocated.getScore() / 1024 / 1024);
    }

    private static void memory(Memory memory) {
        print("%-8s %8s %14s %18s", "format", "sessions", "retained MiB", "done in MiB heap");
        FORMATS.forEach(format -> print("%s", memory.measure(format)));
    }

    private static void sync(Path homes) {
        print("%s", Syncs.TITLE);
        new Syncs(homes).measure(line -> print("%s", line));
    }

    private static void processes(Path root, String java, String classPath) {
        print("%-28s %8s %10s %10s %10s", "whole process", "sessions", "min ms", "median ms", "max ms");
        Processes processes = new Processes(root, java, classPath, 11);
        List.of(10, LARGE).forEach(sessions -> processes.measure(sessions).forEach(line -> print("%s", line)));
    }

    private static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    private static String parameter(RunResult result, String name) {
        return result.getParams().getParam(name);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}

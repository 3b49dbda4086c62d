package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Kills a command after each system call by which it changes the disk, some processes at a time. */
final class Kills {

    private static final int PROCESSES = 2;
    private static final int TRIES = 40;

    private Kills() {}

    /**
     * What is played again and again.
     *
     * @param scene the beginning
     * @param aftermath checks what is left after a kill
     */
    record Play(Scene scene, Runnable aftermath) {}

    /**
     * Kills a command at each of its steps, and checks that they are those that the page lists.
     *
     * @param heading of the section of the page
     * @param plays makes one for each of the processes, in a home of its own
     */
    static void atEachStep(String heading, IntFunction<Play> plays) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Future<List<String>>> parts = new ArrayList<>();
            for (int part = 0; part < PROCESSES; part++) {
                int number = part;
                parts.add(processes.submit(() -> part(heading, plays.apply(number), number)));
            }
            List<String> troubles = new ArrayList<>();
            for (Future<List<String>> part : parts) {
                troubles.addAll(part.get());
            }
            assertThat(troubles).isEmpty();
        } finally {
            processes.shutdownNow();
        }
    }

    /** Kills at every other step. */
    private static List<String> part(String heading, Play play, int number) {
        Scene scene = play.scene();
        Strace strace = Strace.on(scene.home());
        scene.begin();
        List<Step> steps = strace.steps(scene.input(), scene.arguments());
        assertThat(CrashTable.rows(steps)).isEqualTo(CrashTable.of(heading));
        List<Integer> points = points(steps);
        List<String> troubles = new ArrayList<>();
        for (int i = number; i < points.size(); i += PROCESSES) {
            try {
                kill(scene, strace, steps.subList(0, points.get(i) + 1));
                play.aftermath().run();
            } catch (AssertionError | RuntimeException e) {
                troubles.add("killed before " + steps.get(points.get(i)) + ": " + e);
            }
        }
        return troubles;
    }

    /** The steps that follow a change: killed there, a process leaves what no earlier kill left. */
    private static List<Integer> points(List<Step> steps) {
        return IntStream.range(1, steps.size())
                .filter(i -> steps.get(i - 1).makesADifference())
                .boxed()
                .toList();
    }

    /**
     * Kills at the last of these steps. The JVM is kept from what it does at times only, so the first try is the right one; should a
     * call have come in between all the same, it is tried again, a call later or earlier.
     */
    private static void kill(Scene scene, Strace strace, List<Step> steps) {
        List<String> names = steps.stream().map(Step::name).toList();
        Step last = steps.get(steps.size() - 1);
        int index = last.index();
        List<Integer> tried = new ArrayList<>();
        while (tried.size() < TRIES) {
            scene.begin();
            Strace.Killed killed =
                    strace.killAt(new Step(last.syscall(), index, last.name()), scene.input(), scene.arguments());
            if (killed.at(names)) {
                return;
            }
            tried.add(index);
            index += killed.steps().size() < names.size() ? 1 : killed.endsWith(last.name()) ? 0 : -1;
        }
        throw new AssertionError("it was never killed there, at calls " + tried);
    }
}

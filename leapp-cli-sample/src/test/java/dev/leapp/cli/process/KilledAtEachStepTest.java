package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a real process after each system call by which a command changes the disk, and looks at what is left. The steps are listed
 * in {@code docs/crash-safety.md}: one that isn't there, or is there and no longer taken, fails too.
 */
class KilledAtEachStepTest {

    private static final int PROCESSES = 2;
    private static final int TRIES = 40;

    @TempDir
    Path directory;

    private LocalSts sts;

    @BeforeAll
    static void requirePrograms(@TempDir Path streams) {
        Strace.require(streams);
    }

    @BeforeEach
    void start() {
        sts = LocalSts.builder()
                .user(new StsUser("ops", CrashScene.KEY_ID, CrashScene.SECRET))
                .start();
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "start", "rotate", "stop"})
    void nextCommandCompletesOrUndoes(String command) throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Future<List<String>>> parts = new ArrayList<>();
            for (int part = 0; part < PROCESSES; part++) {
                int number = part;
                parts.add(processes.submit(() -> part(command, number)));
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

    /** Kills at every other step, in a home of its own. */
    private List<String> part(String command, int number) {
        CrashScene scene = CrashScene.of(command, directory.resolve(command + number), sts);
        Strace strace = Strace.on(scene.home());
        List<Step> steps = strace.steps(scene.input(), scene.arguments());
        assertThat(CrashTable.rows(steps)).isEqualTo(CrashTable.of(command));
        List<Integer> points = points(steps);
        List<String> troubles = new ArrayList<>();
        for (int i = number; i < points.size(); i += PROCESSES) {
            try {
                kill(scene, strace, steps.subList(0, points.get(i) + 1));
                new Aftermath(scene, sts).check();
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
     * Kills at the last of these steps. How many files a thread opened before differs a little from run to run, so a miss is tried
     * again, a call earlier or later.
     */
    private static void kill(CrashScene scene, Strace strace, List<Step> steps) {
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
            index += killed.steps().size() < names.size() ? 1 : -1;
        }
        throw new AssertionError("it was never killed there, at calls " + tried);
    }
}

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a real process after each system call by which a command changes the disk, and looks at what is left. The steps are listed
 * in {@code docs/crash-safety.md}: one that isn't there, or is there and no longer taken, fails too.
 */
class KilledAtEachStepTest {

    private static final int KILLED = 137;
    private static final int PROCESSES = 2;
    private static final int TRIES = 5;

    @TempDir
    Path directory;

    private LocalSts sts;

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
        List<Step> points = points(steps);
        List<String> troubles = new ArrayList<>();
        for (int i = number; i < points.size(); i += PROCESSES) {
            try {
                kill(scene, strace, points.get(i));
                new Aftermath(scene, sts).check();
            } catch (AssertionError | RuntimeException e) {
                troubles.add("killed before " + points.get(i) + ": " + e);
            }
        }
        return troubles;
    }

    /** The first step, and each that follows a change: killed there, a process leaves what no earlier kill left. */
    private static List<Step> points(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .filter(i -> i == 0 || steps.get(i - 1).makesADifference())
                .mapToObj(steps::get)
                .toList();
    }

    /** How often a thread opened files before differs a little from run to run; what it was killed at is what counts. */
    private static void kill(CrashScene scene, Strace strace, Step step) {
        Strace.Killed killed = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            scene.begin();
            killed = strace.killAt(step, scene.input(), scene.arguments());
            if (killed.finished().code() == KILLED
                    && killed.last()
                            .filter(last -> last.name().equals(step.name()))
                            .isPresent()) {
                return;
            }
        }
        throw new AssertionError("was not killed there, but at " + killed);
    }
}

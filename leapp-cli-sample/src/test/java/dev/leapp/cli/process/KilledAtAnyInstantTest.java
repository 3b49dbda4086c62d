package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real processes at random instants, also between and inside of system calls. The seed is printed; the system property
 * {@code leapp.kill.seed} runs the same instants again.
 */
class KilledAtAnyInstantTest {

    private static final String SEED = "leapp.kill.seed";

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

    @Test
    void nextCommandCompletesOrUndoesAfterHundredKills() throws Exception {
        long seed = Long.getLong(SEED, System.nanoTime());
        System.out.println("killing at random instants with -D" + SEED + "=" + seed);
        List<Callable<List<String>>> parts = List.of(
                () -> kills("start", 40, new Random(seed)),
                () -> kills("rotate", 30, new Random(seed + 1)),
                () -> kills("stop", 30, new Random(seed + 2)));
        ExecutorService processes = Executors.newFixedThreadPool(2);
        try {
            List<String> troubles = new ArrayList<>();
            for (Future<List<String>> part : processes.invokeAll(parts)) {
                troubles.addAll(part.get());
            }
            assertThat(troubles).as("with -D%s=%d", SEED, seed).isEmpty();
        } finally {
            processes.shutdownNow();
        }
    }

    private List<String> kills(String command, int times, Random random) {
        CrashScene scene = CrashScene.of(command, directory.resolve(command), sts);
        long duration = duration(scene);
        List<String> troubles = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Duration delay = Duration.ofNanos((long) (random.nextDouble() * duration));
            scene.begin();
            try (Child child = scene.home().startWith(scene.input(), scene.arguments())) {
                child.killAfter(delay);
            }
            try {
                new Aftermath(scene, sts).check();
            } catch (AssertionError | RuntimeException e) {
                troubles.add(command + " killed after " + delay + ": " + e);
            }
        }
        return troubles;
    }

    /** How long the command takes when nobody kills it. */
    private static long duration(CrashScene scene) {
        scene.begin();
        long begun = System.nanoTime();
        scene.home().startWith(scene.input(), scene.arguments()).await().ok();
        return System.nanoTime() - begun;
    }
}

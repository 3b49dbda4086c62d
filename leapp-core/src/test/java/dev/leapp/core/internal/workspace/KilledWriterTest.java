package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.internal.lock.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real processes that are killed at random instants while they write the workspace, and a reader all along. None waits for the disk:
 * what a killed process has written outlives it.
 */
@Timeout(600)
class KilledWriterTest {

    private static final int STANDING_BY = 2;
    private static final int MOST_NANOS = 15_000_000; // a few edits
    private static final int NANOS_BETWEEN_READS = 1_000_000;

    @TempDir
    Path home;

    private Path file;
    private Litter litter;

    @BeforeEach
    void setUp() {
        file = home.resolve("Leapp-lock.json");
        litter = Litter.in(home);
    }

    @ParameterizedTest
    @CsvSource({"SEALED,150", "LEAPP,50"})
    void killedWriterLeavesTheOldStateOrTheNewOne(WorkspaceFormat format, int kills) throws Exception {
        Repositories.begin(file, format);
        Random random = new Random(Seed.next());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();
        Deque<JavaProcess> started = new ArrayDeque<>();
        try {
            Future<Integer> reads = thread.submit(() -> readUntil(done));
            for (int i = 0; i < STANDING_BY; i++) {
                started.add(WorkspaceEditor.start(file));
            }
            for (int kill = 0; kill < kills; kill++) {
                started.add(WorkspaceEditor.start(file)); // while the one before it writes
                killAtARandomInstant(started.remove(), random);
            }
            done.set(true);
            assertThat(reads.get()).isGreaterThan(kills);
        } finally {
            done.set(true);
            started.forEach(JavaProcess::close);
            thread.shutdown();
        }
        Repositories.set(Repositories.at(file), "after", "all");
        litter.assertNone();
    }

    /** Reads all the time, without the lock: each read is whole, and the counter never goes back. */
    private int readUntil(AtomicBoolean done) {
        FileWorkspaceRepository reader = Repositories.at(file);
        int reads = 0;
        int last = 0;
        while (!done.get()) {
            int counter = WorkspaceEditor.counterOf(reader.read());
            assertThat(counter).isGreaterThanOrEqualTo(last);
            last = counter;
            reads++;
            LockSupport.parkNanos(NANOS_BETWEEN_READS);
        }
        return reads;
    }

    private void killAtARandomInstant(JavaProcess writer, Random random) throws Exception {
        int saved = 0;
        try (writer) {
            assertThat(writer.nextLine()).isEqualTo("ready");
            writer.go();
            for (int line = 1 + random.nextInt(2); line > 0; line--) {
                saved = Integer.parseInt(String.valueOf(writer.nextLine())); // it is editing
            }
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
            writer.kill();
            saved = lastOf(writer, saved);
        }
        FileWorkspaceRepository repository = Repositories.unforced(file);
        assertThat(WorkspaceEditor.counterOf(repository.read())).isBetween(saved, saved + 1);
        litter.assertBounded();
        Repositories.set(repository, "killed-after", Integer.toString(saved)); // the lock is free at once
    }

    private static int lastOf(JavaProcess writer, int saved) throws IOException {
        int last = saved;
        String line = writer.nextLine();
        while (line != null && !line.isEmpty()) {
            last = Integer.parseInt(line);
            line = writer.nextLine();
        }
        return last;
    }
}

package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.internal.lock.JavaProcess;
import dev.leapp.core.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads and real processes on one workspace file, and processes that are killed while they write it. None waits for the disk:
 * what a killed process has written outlives it.
 */
@Timeout(600)
class WorkspaceProcessesTest {

    private static final int WRITERS = 8;
    private static final int EDITS = 50;
    private static final int KILLS = 100;
    private static final long SEED = 20261123;

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void setUp() {
        file = home.resolve("Leapp-lock.json");
    }

    @Test
    void editsOfAllThreadsSurvive() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String prefix = "w" + writer;
            FileWorkspaceRepository own = Repositories.unforced(file);
            writers.add(threads.submit(
                    () -> IntStream.range(0, EDITS).forEach(i -> Repositories.add(own, prefix + "-" + i))));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        assertAllEditsSurvived();
    }

    @Test
    void editsOfAllProcessesSurvive() throws Exception {
        List<JavaProcess> writers = new ArrayList<>();
        try {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(JavaProcess.start(WorkspaceEditor.class, "sessions", file, "w" + writer, EDITS));
            }
            for (JavaProcess writer : writers) {
                assertThat(writer.await()).isZero();
            }
        } finally {
            writers.forEach(JavaProcess::close);
        }
        assertAllEditsSurvived();
    }

    @Test
    void killedWriterLeavesTheOldStateOrTheNewOne() throws Exception {
        Random random = new Random(SEED);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();
        Deque<JavaProcess> started = new ArrayDeque<>();
        try {
            Future<Integer> reads = thread.submit(() -> readUntil(done));
            started.add(newCounter());
            started.add(newCounter());
            for (int kill = 0; kill < KILLS; kill++) {
                started.add(newCounter()); // while the one before it writes
                killAtARandomInstant(started.remove(), random);
            }
            done.set(true);
            assertThat(reads.get()).isGreaterThan(KILLS);
        } finally {
            done.set(true);
            started.forEach(JavaProcess::close);
            thread.shutdown();
        }
        Repositories.set(Repositories.at(file), "after", "all");
        assertNoLitter();
    }

    /** Reads all the time, without the lock: each read is whole, and the counter never goes back. */
    private int readUntil(AtomicBoolean done) {
        FileWorkspaceRepository reader = Repositories.at(file);
        int reads = 0;
        int last = 0;
        while (!done.get()) {
            int counter = WorkspaceEditor.counterOf(reader);
            assertThat(counter).isGreaterThanOrEqualTo(last);
            last = counter;
            reads++;
            LockSupport.parkNanos(500_000);
        }
        return reads;
    }

    private JavaProcess newCounter() throws IOException {
        return JavaProcess.start(WorkspaceEditor.class, "count", file);
    }

    private void killAtARandomInstant(JavaProcess writer, Random random) throws Exception {
        FileWorkspaceRepository repository = Repositories.at(file);
        int before = WorkspaceEditor.counterOf(repository);
        int saved = before;
        try (writer) {
            assertThat(writer.nextLine()).isEqualTo("ready");
            writer.go();
            for (int line = random.nextInt(4); line > 0; line--) {
                saved = Integer.parseInt(String.valueOf(writer.nextLine()));
            }
            LockSupport.parkNanos(random.nextInt(30_000_000));
            writer.kill();
            saved = Math.max(saved, lastOf(writer, saved));
        }
        assertThat(WorkspaceEditor.counterOf(repository)).isBetween(saved, saved + 1);
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

    private void assertAllEditsSurvived() {
        List<String> ids = Repositories.at(file).read().workspace().sessions().stream()
                .map(Session::id)
                .map(Object::toString)
                .toList();
        assertThat(ids).hasSize(WRITERS * EDITS).doesNotHaveDuplicates();
        assertNoLitter();
    }

    private void assertNoLitter() {
        try (Stream<Path> entries = Files.list(home)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("Leapp-lock.json", "state.json", "backups", "locks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

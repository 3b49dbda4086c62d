package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.internal.lock.JavaProcess;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many threads and real processes on one workspace file. None waits for the disk.
 */
@Timeout(600)
class WorkspaceProcessesTest {

    private static final int WRITERS = 8;
    private static final int EDITS = 50;

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

    @ParameterizedTest
    @EnumSource
    void randomEditsOfAllProcessesSurvive(WorkspaceFormat format) throws Exception {
        Repositories.begin(file, format);
        int sessionsBefore = Repositories.at(file).read().workspace().sessions().size();
        long seed = Seed.next();
        List<JavaProcess> writers = new ArrayList<>();
        try {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(RandomEditor.start(file, prefix(writer), EDITS, seed + writer, log(writer)));
            }
            for (JavaProcess writer : writers) {
                assertThat(writer.await()).isZero();
            }
        } finally {
            writers.forEach(JavaProcess::close);
        }
        assertRandomEditsSurvived(sessionsBefore);
        Litter.in(home, "logs").assertNone();
    }

    private void assertRandomEditsSurvived(int sessionsBefore) throws IOException {
        Workspace workspace = Repositories.at(file).read().workspace();
        int sessions = sessionsBefore;
        for (int writer = 0; writer < WRITERS; writer++) {
            List<String> committed = Files.readAllLines(log(writer));
            assertThat(RandomEditor.own(workspace, prefix(writer))).isEqualTo(committed);
            sessions +=
                    (int) committed.stream().filter(line -> line.contains(" ")).count();
        }
        assertThat(workspace.sessions()).hasSize(sessions);
        assertThat(workspace.settings()).containsEntry(RandomEditor.EDITS, String.valueOf(WRITERS * EDITS));
    }

    private static String prefix(int writer) {
        return "w" + writer + "-";
    }

    private Path log(int writer) throws IOException {
        return Files.createDirectories(home.resolve("logs")).resolve("w" + writer);
    }

    private void assertAllEditsSurvived() {
        List<String> ids = Repositories.at(file).read().workspace().sessions().stream()
                .map(Session::id)
                .map(Object::toString)
                .toList();
        assertThat(ids).hasSize(WRITERS * EDITS).doesNotHaveDuplicates();
        Litter.in(home).assertNone();
    }
}

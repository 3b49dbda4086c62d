package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.workspace.NewKeySlot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file and the note of what was left there change one after the other; who reads in between sees no trouble. */
@Timeout(120)
class ReadDuringWriteTest {

    private static final int ROUNDS = 100;

    @TempDir
    Path home;

    @Test
    void firstSaveIsNeverSeenAsAVanishedFile() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path file = home.resolve("first-" + round).resolve("Leapp-lock.json");
            FileWorkspaceRepository writer = Repositories.unforced(file);
            assertThat(readsDuring(file, Repositories.MACHINE, () -> Repositories.add(writer, "one")))
                    .isPositive();
        }
    }

    @Test
    void upgradeIsNeverSeenAsAnotherProgramsFile() throws Exception {
        String machine = new String(resource("machine-id"), UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            Path file =
                    Files.createDirectories(home.resolve("upgrade-" + round)).resolve("Leapp-lock.json");
            Files.write(file, resource("Leapp-lock.json"));
            FileWorkspaceRepository writer = Repositories.onMachine(file, machine);
            Repositories.set(writer, "noted", "yes");
            Runnable upgrade = () -> writer.file(session -> false).upgrade(NewKeySlot.machine());
            assertThat(readsDuring(file, machine, upgrade)).isPositive();
        }
    }

    private static int readsDuring(Path file, String machine, Runnable write) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();
        try {
            Future<Integer> reads = thread.submit(() -> {
                FileWorkspaceRepository reader = Repositories.onMachine(file, machine);
                int count = 0;
                while (!done.get() || count == 0) {
                    reader.read();
                    count++;
                }
                return count;
            });
            write.run();
            done.set(true);
            return reads.get();
        } finally {
            done.set(true);
            thread.shutdown();
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReadDuringWriteTest.class.getResourceAsStream("/dev/leapp/core/leapp-lock/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}

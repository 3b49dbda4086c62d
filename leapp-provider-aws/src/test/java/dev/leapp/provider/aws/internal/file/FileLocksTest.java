package dev.leapp.provider.aws.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {

    private static final int ROUNDS = 40;

    @TempDir
    Path home;

    @Test
    void threadsDoNotLoseEachOthersChanges() throws Exception {
        UserFile file = UserFile.secret(home.resolve("counter"));
        ExecutorService executor = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> {
                    countUp(file, ROUNDS);
                    return null;
                });
            }
            for (Future<Void> done : executor.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(home.resolve("counter")).hasContent(Integer.toString(4 * ROUNDS));
    }

    @Test
    void processesDoNotLoseEachOthersChanges() throws Exception {
        Path path = home.resolve("counter");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(anotherProcess(path));
        }
        countUp(UserFile.secret(path), ROUNDS);

        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(path).hasContent(Integer.toString(3 * ROUNDS));
        assertThat(home).isDirectoryNotContaining(file -> file.toString().contains("leapp-"));
    }

    private static Process anotherProcess(Path path) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FileLocksTest.class.getName(),
                        path.toString())
                .inheritIO()
                .start();
    }

    public static void main(String[] args) {
        countUp(UserFile.secret(Path.of(args[0])), ROUNDS);
    }

    private static void countUp(UserFile file, int rounds) {
        FileLocks locks = new FileLocks(Duration.ofSeconds(60));
        for (int i = 0; i < rounds; i++) {
            locks.holding(List.of(file), () -> {
                int before = file.read()
                        .map(bytes -> Integer.parseInt(new String(bytes, UTF_8)))
                        .orElse(0);
                file.write(Integer.toString(before + 1).getBytes(UTF_8));
                return before;
            });
        }
    }

    @Test
    void anInterruptedWaitIsCancelledUnlessItMustNotBe() throws Exception {
        UserFile file = UserFile.secret(home.resolve("one"));
        Path lock = home.resolve(".one.leapp.lock");
        Process holder = holderOf(lock);
        try {
            Thread.currentThread().interrupt();
            FileLocks locks = new FileLocks(Duration.ofMillis(50));

            assertThat(codeOf(() -> locks.holding(List.of(file), () -> "held"))).isEqualTo(CoreErrorCode.CANCELLED);
            assertThat(codeOf(() -> locks.holdingUninterrupted(List.of(file), () -> "held")))
                    .isEqualTo(CoreErrorCode.LOCK_TIMEOUT);
        } finally {
            assertThat(Thread.interrupted()).as("the flag stays").isTrue();
            holder.getOutputStream().close();
            holder.waitFor();
        }
    }

    private static ErrorCode codeOf(ThrowingCallable call) {
        return catchThrowableOfType(LeappException.class, call).code();
    }

    /** A process that holds a lock until its input ends. */
    private static Process holderOf(Path lock) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        lock.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('+');
        return process;
    }

    static final class LockHolder {

        public static void main(String[] args) throws IOException {
            try (FileChannel channel =
                            FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                System.out.write(held.isValid() ? '+' : '-');
                System.out.flush();
                assertThat(System.in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void whatALockGuardsMayBeSeveralFiles() throws IOException {
        UserFile one = UserFile.secret(home.resolve("one"));
        UserFile two = UserFile.plain(home.resolve("two"));

        String held = new FileLocks(Duration.ofSeconds(5)).holding(List.of(two, one), () -> "done");

        assertThat(held).isEqualTo("done");
        try (var files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }
}

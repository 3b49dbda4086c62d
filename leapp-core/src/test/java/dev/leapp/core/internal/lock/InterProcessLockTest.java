package dev.leapp.core.internal.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.internal.lock.InterProcessLock.Held;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
@SuppressWarnings("try") // a lock is held, not used
class InterProcessLockTest {

    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Path file;
    private InterProcessLock lock;
    private final ExecutorService otherThread = Executors.newSingleThreadExecutor();

    @BeforeEach
    void setUp() {
        file = directory.resolve("locks/workspace.lock");
        lock = InterProcessLock.at(file);
    }

    @AfterEach
    void tearDown() {
        otherThread.shutdownNow();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes are tested on POSIX file systems")
    void lockFileIsForItsOwnerOnlyAndStays() throws Exception {
        lock.acquire(SHORT, "a test").close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("locks"))))
                .isEqualTo("rwx------");
    }

    @Test
    void otherThreadWaitsUntilTheLockIsClosed() throws Exception {
        List<String> order = new ArrayList<>();
        Future<?> other;
        try (Held held = lock.acquire(SHORT, "first")) {
            other = otherThread.submit(() -> {
                try (Held second = lock.acquire(LONG, "second")) {
                    order.add("second");
                }
                return order;
            });
            assertThat(inOtherProcess()).isEqualTo("busy");
            order.add("first");
        }
        other.get();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void timeoutNamesAnOwnerInThisProcess() throws Exception {
        try (Held held = lock.acquire(SHORT, "session start ops")) {
            assertThatThrownBy(() -> onOtherThread(() -> lock.acquire(SHORT, "second")))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (session start ops)");
        }
    }

    @Test
    void timeoutNamesAnotherProcess() throws Exception {
        try (JavaProcess other = holder()) {
            assertThatThrownBy(() -> lock.acquire(SHORT, "second"))
                    .isInstanceOfSatisfying(
                            LockTimeoutException.class,
                            e -> assertThat(e.owner()).contains(new LockOwner(other.pid(), "holding for a test")))
                    .hasMessageContaining("process " + other.pid() + " (holding for a test)");
        }
    }

    @Test
    void lockOfAnotherProcessIsFreeWhenItLetsGo() throws Exception {
        try (JavaProcess other = holder()) {
            assertThat(lock.tryAcquire("second")).isEmpty();
            assertThat(other.finish()).isZero();
        }
        assertFree();
    }

    @Test
    void lockOfAKilledOwnerIsFreeAtOnce() throws Exception {
        try (JavaProcess other = holder()) {
            other.kill();
        }
        assertFree();
    }

    @Test
    void sameThreadAskingTwiceIsRefused() throws Exception {
        try (Held held = lock.acquire(SHORT, "first")) {
            assertThatThrownBy(() -> InterProcessLock.at(file).acquire(LONG, "second"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("holds the lock");
        }
        assertFree();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need rights there")
    void twoNamesOfOneFileAreOneLock() throws Exception {
        Path alias = Files.createSymbolicLink(directory.resolve("alias"), directory.resolve("locks"));
        try (Held held = lock.acquire(SHORT, "first")) {
            Optional<Held> second = onOtherThread(
                    () -> InterProcessLock.at(alias.resolve("workspace.lock")).tryAcquire("second"));
            assertThat(second).isEmpty();
        }
    }

    @Test
    void closingTwiceDoesNotFreeTheNextOwner() throws Exception {
        Held first = lock.acquire(SHORT, "first");
        first.close();
        try (Held second = lock.acquire(SHORT, "second")) {
            first.close();
            assertThat(inOtherProcess()).isEqualTo("busy");
        }
    }

    @Test
    void anotherThreadMayClose() throws Exception {
        Held held = lock.acquire(SHORT, "first");
        onOtherThread(() -> {
            held.close();
            return held;
        });
        assertFree();
    }

    @Test
    void waitingForAThreadEndsWithAnInterruption() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> lock.acquire(LONG, "interrupted")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertFree();
    }

    @Test
    void waitingForAProcessEndsWithAnInterruption() throws Exception {
        try (JavaProcess other = holder()) {
            ScriptedWaiting waiting = new ScriptedWaiting(3);
            assertThatThrownBy(() -> new InterProcessLock(file, waiting).acquire(LONG, "interrupted"))
                    .isInstanceOf(InterruptedException.class);
            assertThat(inOtherProcess()).isEqualTo("busy");
        }
        assertFree();
    }

    @Test
    void pollingBacksOff() throws Exception {
        try (JavaProcess other = holder()) {
            ScriptedWaiting waiting = new ScriptedWaiting(Integer.MAX_VALUE);
            assertThatThrownBy(() -> new InterProcessLock(file, waiting).acquire(Duration.ofMillis(80), "second"))
                    .isInstanceOf(LockTimeoutException.class);
            assertThat(waiting.pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L, 9L);
        }
    }

    @Test
    void probeOfAMissingLockCreatesNothing() throws Exception {
        assertThat(lock.isHeldByAnyone()).isFalse();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void probeSeesAnOwnerInThisProcessAndLeavesItTheLock() throws Exception {
        assertThat(lock.isHeldByAnyone()).isFalse();
        try (Held held = lock.acquire(SHORT, "first")) {
            assertThat(lock.isHeldByAnyone()).isTrue();
            assertThat(inOtherProcess()).isEqualTo("busy");
        }
        assertThat(lock.isHeldByAnyone()).isFalse();
    }

    @Test
    void probeSeesAnotherProcess() throws Exception {
        try (JavaProcess other = holder()) {
            assertThat(lock.isHeldByAnyone()).isTrue();
            assertThat(lock.isHeldByAnyone()).isTrue();
            other.kill();
            assertThat(lock.isHeldByAnyone()).isFalse();
        }
    }

    @Test
    void failedTryAndProbeFromAnotherClassLoaderDoNotFreeTheLock() throws Exception {
        try (Held held = lock.acquire(SHORT, "first");
                URLClassLoader stranger = strangeClassLoader()) {
            Object same = stranger.loadClass(InterProcessLock.class.getName())
                    .getMethod("at", Path.class)
                    .invoke(null, file);
            Object tried = same.getClass().getMethod("tryAcquire", String.class).invoke(same, "stranger");
            Object probed = same.getClass().getMethod("isHeldByAnyone").invoke(same);

            assertThat(same).isNotInstanceOf(InterProcessLock.class);
            assertThat(tried).isEqualTo(Optional.empty());
            assertThat(probed).isEqualTo(true);
            assertThat(inOtherProcess()).isEqualTo("busy");
        }
        assertFree();
    }

    @Test
    void threadsNeverOverlap() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int[] counter = {0};
        for (int i = 0; i < 200; i++) {
            threads.execute(() -> incrementUnderLock(counter));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(counter[0]).isEqualTo(200);
    }

    @Test
    void ownerIsReadOnlyIfWhole() {
        LockOwner owner = new LockOwner(42, "two\nlines and a \u0000");
        assertThat(LockOwner.parse(owner.toBytes())).contains(new LockOwner(42, "two lines and a  "));
        assertThat(LockOwner.parse("pid 42".getBytes(UTF_8))).isEmpty();
        assertThat(new LockOwner(1, "ü".repeat(1000)).toBytes().length).isLessThan(LockOwner.MAX_BYTES);
    }

    private void incrementUnderLock(int[] counter) {
        try (Held held = InterProcessLock.at(file).acquire(LONG, "counting")) {
            int seen = counter[0];
            Thread.onSpinWait();
            counter[0] = seen + 1;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertFree() throws Exception {
        Optional<Held> held = lock.tryAcquire("again");
        assertThat(held).isPresent();
        held.get().close();
        assertThat(inOtherProcess()).isEqualTo("locked");
    }

    private JavaProcess holder() throws IOException {
        JavaProcess process = JavaProcess.start(LockHolder.class, file);
        assertThat(process.nextLine()).isEqualTo("locked");
        return process;
    }

    private String inOtherProcess() throws IOException, InterruptedException {
        try (JavaProcess process = JavaProcess.start(LockHolder.class, file)) {
            String line = process.nextLine();
            process.finish();
            return String.valueOf(line);
        }
    }

    private <T> T onOtherThread(Callable<T> action) throws Exception {
        try {
            return otherThread.submit(action).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static URLClassLoader strangeClassLoader() {
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> url(Path.of(entry)))
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Time passes only by pausing; after some pauses comes an interruption. */
    private static final class ScriptedWaiting implements Waiting {

        private final List<Long> pauses = new ArrayList<>();
        private final int interruptAfter;
        private long now;

        ScriptedWaiting(int interruptAfter) {
            this.interruptAfter = interruptAfter;
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            if (pauses.size() == interruptAfter) {
                throw new InterruptedException();
            }
            pauses.add(time.toMillis());
            now += time.toNanos();
        }
    }
}

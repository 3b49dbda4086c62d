package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full at different moments of a command: a real small file system, filled until only some pages are left, one more
 * each time, until the command gets through.
 */
class DiskFullTest {

    private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String CREDENTIALS = "# mine\n[mine]\naws_access_key_id = AKIAMINEMINEMINEMINE\n";
    private static final int KILOBYTES = 64;
    private static final int NOT_WRITTEN = 10;

    @TempDir
    Path directory;

    private LocalSts sts;
    private Home home;
    private Tmpfs disk;

    @BeforeEach
    void start() {
        sts = LocalSts.builder().user(new StsUser("ops", KEY_ID, SECRET)).start();
        home = Home.in(directory).endpoint(sts.endpoint().toString());
    }

    @AfterEach
    void stop() {
        sts.close();
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void addingOnAFullDiskAddsNothingAndLosesNothing() throws Exception {
        mountLeappHome();
        home.add("first", "first", KEY_ID, SECRET).ok();

        int failures = failUntilItFits(() -> home.add("second", "second", KEY_ID, SECRET), () -> {
            assertThat(statuses()).isEqualTo(Map.of("first", "inactive"));
        });

        assertThat(failures).isPositive();
        assertThat(statuses()).isEqualTo(Map.of("first", "inactive", "second", "inactive"));
        home.leapp("session", "start", "first").ok();
        home.leapp("session", "start", "second").ok();
    }

    @Test
    void startingOnAFullDiskPublishesNothingAndLosesNothing() throws Exception {
        mountLeappHome();
        addAndPublishBefore();

        int failures = failUntilItFits(() -> home.leapp("session", "start", "ops"), () -> {
            assertThat(statuses().get("ops")).isIn("inactive", "interrupted");
            assertThat(home.awsFiles()).isEqualTo(Map.of("credentials", CREDENTIALS));
        });

        assertThat(failures).isGreaterThan(1);
        assertThat(statuses()).isEqualTo(Map.of("ops", "active"));
        stopsCleanly();
    }

    @Test
    void stoppingOnAFullDiskIsToldAndDoneByTheNextStop() throws Exception {
        mountLeappHome();
        addAndPublishBefore();
        home.leapp("session", "start", "ops").ok();

        int failures = failUntilItFits(
                () -> home.leapp("session", "stop", "ops"),
                () -> assertThat(statuses().get("ops")).isIn("active", "interrupted"));

        assertThat(failures).isPositive();
        isUntouched();
    }

    @Test
    void fullDiskUnderTheUsersFilesLeavesThemAsTheyAre() throws Exception {
        disk = Tmpfs.mount(home.credentials().getParent(), KILOBYTES, home.streams());
        addAndPublishBefore();

        int failures = failUntilItFits(() -> home.leapp("session", "start", "ops"), () -> {
            assertThat(statuses()).isEqualTo(Map.of("ops", "inactive"));
            assertThat(userFiles()).isEqualTo(Map.of("credentials", CREDENTIALS));
        });
        assertThat(failures).isPositive();

        int stops = failUntilItFits(
                () -> home.leapp("session", "stop", "ops"),
                () -> assertThat(statuses().get("ops")).isIn("active", "interrupted"));
        assertThat(stops).isPositive();
        assertThat(userFiles()).isEqualTo(Map.of("credentials", CREDENTIALS));
    }

    private void mountLeappHome() throws Exception {
        Path mountPoint = Files.createDirectory(directory.resolve("small"));
        disk = Tmpfs.mount(mountPoint, KILOBYTES, home.streams());
        home.env("LEAPP_HOME", mountPoint.toString());
    }

    private void addAndPublishBefore() {
        home.write(home.credentials(), CREDENTIALS);
        home.add("ops", "ops", KEY_ID, SECRET).ok();
    }

    /** Runs the command with nothing left, then with one page more each time, and the check on the freed disk after each failure. */
    private int failUntilItFits(Supplier<Finished> command, Runnable check) {
        for (int pages = 0; pages < KILOBYTES / 4; pages++) {
            disk.fillExceptFor(pages);
            Finished finished = command.get();
            disk.free();
            if (finished.code() == 0) {
                return pages;
            }
            finished.failed(NOT_WRITTEN, "disk is full");
            check.run();
        }
        throw new AssertionError("it never got through");
    }

    private void isUntouched() {
        assertThat(statuses()).isEqualTo(Map.of("ops", "inactive"));
        assertThat(home.awsFiles()).isEqualTo(Map.of("credentials", CREDENTIALS));
    }

    private void stopsCleanly() {
        home.leapp("session", "stop", "ops").ok();
        isUntouched();
    }

    private Map<String, String> userFiles() {
        Map<String, String> files = home.awsFiles();
        files.remove("ballast");
        return files;
    }

    private Map<String, String> statuses() {
        return Statuses.of(home);
    }
}

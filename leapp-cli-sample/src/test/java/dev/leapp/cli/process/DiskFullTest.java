package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import java.util.Map;
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

    @TempDir
    Path directory;

    private LocalSts sts;
    private Home home;
    private SmallDisk disk;

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

        int failures = disk.failuresUntilItFits(() -> home.add("second", "second", KEY_ID, SECRET), () -> {
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

        int failures = disk.failuresUntilItFits(() -> home.leapp("session", "start", "ops"), () -> {
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

        int failures = disk.failuresUntilItFits(
                () -> home.leapp("session", "stop", "ops"),
                () -> assertThat(statuses().get("ops")).isIn("active", "interrupted"));

        assertThat(failures).isPositive();
        isUntouched();
    }

    @Test
    void fullDiskUnderTheUsersFilesLeavesThemAsTheyAre() throws Exception {
        disk = SmallDisk.at(home.credentials().getParent(), KILOBYTES, home);
        addAndPublishBefore();

        int failures = disk.failuresUntilItFits(() -> home.leapp("session", "start", "ops"), () -> {
            assertThat(statuses()).isEqualTo(Map.of("ops", "inactive"));
            assertThat(userFiles()).isEqualTo(Map.of("credentials", CREDENTIALS));
        });
        assertThat(failures).isPositive();

        int stops = disk.failuresUntilItFits(
                () -> home.leapp("session", "stop", "ops"),
                () -> assertThat(statuses().get("ops")).isIn("active", "interrupted"));
        assertThat(stops).isPositive();
        assertThat(userFiles()).isEqualTo(Map.of("credentials", CREDENTIALS));
    }

    private void mountLeappHome() throws Exception {
        disk = SmallDisk.underLeapp(directory, KILOBYTES, home);
    }

    private void addAndPublishBefore() {
        home.write(home.credentials(), CREDENTIALS);
        home.add("ops", "ops", KEY_ID, SECRET).ok();
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

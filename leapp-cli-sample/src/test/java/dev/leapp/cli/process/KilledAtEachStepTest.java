package dev.leapp.cli.process;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a real process after each system call by which a command changes the disk, and looks at what is left. The steps are listed
 * in {@code docs/crash-safety.md}: one that isn't there, or is there and no longer taken, fails too.
 */
class KilledAtEachStepTest {

    @TempDir
    Path directory;

    private LocalSts sts;

    @BeforeAll
    static void requirePrograms(@TempDir Path streams) {
        Strace.require(streams);
    }

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
        Kills.atEachStep("`leapp session " + command + "`", part -> {
            CrashScene scene = CrashScene.of(command, directory.resolve(command + part), sts);
            return new Kills.Play(scene, () -> new Aftermath(scene, sts).check());
        });
    }
}

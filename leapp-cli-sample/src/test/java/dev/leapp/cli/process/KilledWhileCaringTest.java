package dev.leapp.cli.process;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills a real process after each system call by which a command changes the workspace file's format, key or state. The steps are
 * listed in {@code docs/crash-safety.md}: one that isn't there, or is there and no longer taken, fails too.
 */
class KilledWhileCaringTest {

    @TempDir
    Path directory;

    @BeforeAll
    static void requirePrograms(@TempDir Path streams) {
        Strace.require(streams);
    }

    @ParameterizedTest
    @EnumSource
    void sameCommandCompletesIt(CareScene.Command command) throws Exception {
        Kills.atEachStep(command.heading(), part -> {
            CareScene scene = CareScene.of(command, directory.resolve(command.name() + part));
            return new Kills.Play(scene, () -> new CareAftermath(scene).check());
        });
    }
}

package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full at different moments of a command that changes the workspace file's format, key or state. */
class DiskFullWhileCaringTest {

    private static final int KILOBYTES = 128;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void fileStaysAsItWasUntilItFits(CareScene.Command command) throws Exception {
        CareScene scene = CareScene.of(command, directory);
        try (SmallDisk disk = SmallDisk.underLeapp(directory, KILOBYTES, scene.home())) {
            scene.beginOn(scene.home().leapp());
            String before = file(scene);
            CareAftermath aftermath = new CareAftermath(scene);

            int failures = disk.failuresUntilItFits(() -> scene.home().leapp(scene.arguments()), () -> {
                assertThat(file(scene)).isEqualTo(before);
                aftermath.look();
            });

            assertThat(failures).isPositive();
            assertThat(file(scene)).isNotEqualTo(before);
            aftermath.check();
        }
    }

    private static String file(CareScene scene) {
        return Home.files(scene.home().leapp()).get("Leapp-lock.json");
    }
}

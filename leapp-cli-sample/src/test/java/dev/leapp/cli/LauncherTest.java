package dev.leapp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/leapp} tells Java about itself; Java is played by a script that prints its arguments. */
class LauncherTest {

    @TempDir
    Path temporary;

    private Path root;
    private Path launcher;

    @BeforeEach
    void copy() throws IOException {
        Components.require("sh", Components.onPath("sh").isPresent(), "it is part of every Unix");
        root = temporary.toRealPath();
        launcher = script("a checkout/leapp-cli-sample/bin/leapp", Files.readString(Path.of("bin/leapp")));
        script("a checkout/leapp-cli-sample/target/leapp/complete", "");
        script("a checkout/leapp-cli-sample/target/leapp/lib/leapp-cli-sample.jar", "");
        script("jdk/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        script("jdk/release", "JAVA_VERSION=\"17.0.15\"\n");
    }

    @Test
    void otherProgramsAreToldTheLauncherItself() throws IOException, InterruptedException {
        assertThat(run(root, "", launcher.toString())).contains("-Dleapp.command=" + launcher);
        assertThat(run(root, "", "sh", "-c", "cd a*/leapp*/bin && ./leapp")).contains("-Dleapp.command=" + launcher);
    }

    @Test
    void aLinkThatIsOnThePathIsKept() throws IOException, InterruptedException {
        Path link = link("on the path");

        assertThat(run(root, root.resolve("on the path").toString(), "sh", "-c", "leapp version"))
                .contains("-Dleapp.command=" + link)
                .endsWith("version");
    }

    @Test
    void aLinkThatIsNotOnThePathIsNot() throws IOException, InterruptedException {
        Path link = link("elsewhere");

        assertThat(run(root, "", link.toString())).contains("-Dleapp.command=" + launcher);
    }

    private Path link(String name) throws IOException {
        Path directory = Files.createDirectory(root.resolve(name));
        return Files.createSymbolicLink(directory.resolve("leapp"), directory.relativize(launcher));
    }

    private Path script(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private List<String> run(Path directory, String path, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        if (!path.isEmpty()) {
            builder.environment().merge("PATH", path + ":", (usual, first) -> first + usual);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }
}

package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ComponentsTest {

    @TempDir
    Path directory;

    @Test
    void goesOnWhenTheComponentIsThere() {
        assertThatCode(() -> Components.require("the AWS CLI", true, "not on the PATH", true))
                .doesNotThrowAnyException();
    }

    @Test
    void skipsWithAReasonThatNamesWhatIsMissing() {
        assertThatThrownBy(() -> Components.require("the AWS CLI", false, "not on the PATH", false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("the AWS CLI is missing: not on the PATH");
    }

    @Test
    void failsWhereComponentsAreRequired() {
        assertThatThrownBy(() -> Components.require("the AWS CLI", false, "not on the PATH", true))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("the AWS CLI is missing: not on the PATH");
    }

    @Test
    void findsTheFirstExecutableOnThePath() throws IOException {
        Files.createDirectory(directory.resolve("empty"));
        tool("plain", false);
        Path first = tool("first", true);
        tool("second", true);
        String path = Stream.of("empty", "plain", "first", "second")
                .map(name -> directory.resolve(name).toString())
                .collect(Collectors.joining(File.pathSeparator, File.pathSeparator, ""));
        assertThat(Components.onPath("tool", path)).contains(first);
    }

    @Test
    void findsNothingOnAnEmptyPath() {
        assertThat(Components.onPath("tool", "")).isEmpty();
    }

    private Path tool(String name, boolean executable) throws IOException {
        Path file = Files.createDirectory(directory.resolve(name)).resolve("tool");
        Files.writeString(file, "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(executable)).isTrue();
        return file;
    }
}

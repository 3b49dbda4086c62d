package dev.leapp.provider.aws.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFileTest {

    private static final byte[] NEW = "new".getBytes(UTF_8);

    @TempDir
    Path home;

    @Test
    void createsDirectoryAndFileForTheUserOnly() throws IOException {
        Path path = home.resolve(".aws/credentials");

        UserFile.secret(path).write(NEW);

        assertThat(modeOf(path)).isEqualTo("rw-------");
        assertThat(modeOf(home.resolve(".aws"))).isEqualTo("rwx------");
        assertThat(path).hasBinaryContent(NEW);
    }

    @Test
    void narrowsTheModeOfASecretFileAndKeepsThatOfAPlainOne() throws IOException {
        Path wide = file("wide", "rw-r--r--");
        Path plain = file("plain", "rw-r--r--");
        Path narrow = file("narrow", "r--------");

        UserFile.secret(wide).write(NEW);
        UserFile.plain(plain).write(NEW);
        UserFile.secret(narrow).write(NEW);

        assertThat(modeOf(wide)).isEqualTo("rw-------");
        assertThat(modeOf(plain)).isEqualTo("rw-r--r--");
        assertThat(modeOf(narrow)).isEqualTo("r--------");
    }

    @Test
    void writesBehindALinkAndLeavesTheLink() throws IOException {
        Path real = file("real", "rw-------");
        Path link = Files.createSymbolicLink(home.resolve("link"), Path.of("real"));
        Path linkToLink = Files.createSymbolicLink(home.resolve("link2"), link);

        UserFile.secret(linkToLink).write(NEW);

        assertThat(real).hasBinaryContent(NEW);
        assertThat(linkToLink).isSymbolicLink();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void createsWhatADanglingLinkLeadsTo() throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), home.resolve("dotfiles/aws/credentials"));
        UserFile file = UserFile.secret(link);
        assertThat(file.read()).isEmpty();

        file.write(NEW);
        assertThat(home.resolve("dotfiles/aws/credentials")).hasBinaryContent(NEW);

        file.delete();
        assertThat(link)
                .isSymbolicLink()
                .satisfies(path -> assertThat(Files.exists(path)).isFalse());
    }

    @Test
    void refusesLinksThatGoInCircles() throws IOException {
        Path a = home.resolve("a");
        Files.createSymbolicLink(a, home.resolve("b"));
        Files.createSymbolicLink(home.resolve("b"), a);

        assertThatThrownBy(() -> UserFile.secret(a))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.NOT_WRITABLE))
                .hasMessageContaining("circles");
    }

    @Test
    void aFailedWriteLeavesTheOldBytesAndNoLitter() throws IOException {
        Path directory = Files.createDirectory(home.resolve("taken"));
        Files.writeString(directory.resolve("inside"), "x");

        assertThatThrownBy(() -> UserFile.secret(directory).write(NEW))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.NOT_WRITABLE));

        assertThat(directory.resolve("inside")).hasContent("x");
        assertThat(names()).containsExactly("taken");
    }

    @Test
    void clearsAwayWhatACrashedProcessLeft() throws IOException {
        Path path = file("credentials", "rw-------");
        Files.writeString(home.resolve(".credentials.leapp-tmp"), "half");

        UserFile.secret(path).write(NEW);

        assertThat(names()).containsExactly("credentials");
    }

    @Test
    void locksLeaveNothingBehind() throws IOException {
        UserFile file = UserFile.secret(home.resolve("credentials"));

        new FileLocks(Duration.ofSeconds(5)).holding(List.of(file), () -> names().size());

        assertThat(names()).isEmpty();
    }

    private Path file(String name, String mode) throws IOException {
        Path path = Files.writeString(home.resolve(name), "old");
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

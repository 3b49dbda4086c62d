package dev.leapp.core.internal.transfer.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import dev.leapp.core.internal.file.FileOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleFilesTest {

    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path directory;

    private final BundleFiles files = files(FileOperations.ofTheSystem());

    @Test
    void aNewFileIsItsOwnersAlone() throws IOException {
        Path file = directory.resolve("team.leapp");

        files.write(file, BYTES, false);

        assertThat(files.read(file)).isEqualTo(BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(entries()).containsExactly(file);
    }

    @Test
    void aFileThatIsThereIsNotReplacedUnlessWished() throws IOException {
        Path file = Files.writeString(directory.resolve("mine"), "mine");

        fails(() -> files.requireWritable(file, false), CoreErrorCode.ALREADY_EXISTS);
        fails(() -> files.write(file, BYTES, false), CoreErrorCode.ALREADY_EXISTS);
        assertThat(file).hasContent("mine");

        files.write(file, BYTES, true);
        assertThat(file).hasBinaryContent(BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aLinkThatLeadsNowhereCountsAsThere() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("nowhere"));

        fails(() -> files.write(link, BYTES, false), CoreErrorCode.ALREADY_EXISTS);
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void noDirectoryIsMadeAndNoneIsReplaced() {
        fails(
                () -> files.write(directory.resolve("no").resolve("team.leapp"), BYTES, false),
                CoreErrorCode.NOT_WRITABLE);
        fails(() -> files.write(directory, BYTES, true), CoreErrorCode.INVALID_VALUE);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "DISK_FULL"})
    void aWriteThatFailsAnywhereLeavesTheWholeFileOrNothing(Fault fault) throws IOException {
        Path file = directory.resolve("team.leapp");
        int steps = 0;
        boolean failed = true;
        for (int at = 0; failed; at++) {
            FaultyFileOperations operations = new FaultyFileOperations(at, fault);
            try {
                files(operations).write(file, BYTES, false);
                failed = operations.log().size() > at;
                assertThat(file).hasBinaryContent(BYTES);
                Files.delete(file);
            } catch (LeappException e) {
                assertThat(e.code()).isIn(CoreErrorCode.DISK_FULL, CoreErrorCode.NOT_WRITABLE);
            }
            assertThat(entries()).as("step %d", at).isEmpty();
            steps = at;
        }
        assertThat(steps).isGreaterThan(3);
    }

    @Test
    void aFileThatIsNotThereOrCantBeReadIsToldAsThat() throws IOException {
        fails(() -> files.read(directory.resolve("no")), CoreErrorCode.BUNDLE_NOT_FOUND);
        fails(() -> files.read(directory), CoreErrorCode.BUNDLE_NOT_READABLE);
    }

    private List<Path> entries() throws IOException {
        try (var all = Files.list(directory)) {
            return all.toList();
        }
    }

    private static void fails(ThrowingCallable call, CoreErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static BundleFiles files(FileOperations operations) {
        return new BundleFiles(new AtomicFile(operations, new SecureRandom()));
    }
}

package dev.leapp.core.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.internal.file.FaultyFileOperations.Crash;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links and modes are tested on POSIX file systems")
class AtomicFileTest {

    private static final byte[] OLD = "the old bytes".getBytes(UTF_8);
    private static final byte[] NEW = "the new bytes, which are longer".getBytes(UTF_8);

    /** What writing over a file does, in order. */
    private static final List<String> STEPS =
            List.of("createDirectories", "list", "create", "write", "force", "close", "replace", "forceDirectory");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void oldFile() throws IOException {
        file = directory.resolve("file");
        Files.write(file, OLD);
    }

    @Test
    void replacesTheBytes() throws IOException {
        write(file, NEW);

        assertThat(file).hasBinaryContent(NEW);
        assertThat(entries(directory)).containsExactly("file");
    }

    @Test
    void stepsAreThoseOfTheDesign() throws IOException {
        FaultyFileOperations operations = new FaultyFileOperations(-1, Fault.REFUSED);

        new AtomicFile(operations, new SecureRandom()).write(file, NEW);

        assertThat(operations.log()).isEqualTo(STEPS);
    }

    @Test
    void createdFilesAndDirectoriesAreForTheirOwnerOnly() throws IOException {
        Path deep = directory.resolve("a/b/file");

        write(deep, NEW);

        assertThat(mode(deep)).isEqualTo("rw-------");
        assertThat(mode(directory.resolve("a/b"))).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("a"))).isEqualTo("rwx------");
    }

    @Test
    void widerModeOfAnOldFileIsNarrowed() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        write(file, NEW);

        assertThat(mode(file)).isEqualTo("rw-------");
    }

    static Stream<Integer> stepsThatCanFail() {
        return IntStream.range(0, STEPS.size() - 1)
                .boxed()
                .filter(step -> !STEPS.get(step).equals("list"));
    }

    @ParameterizedTest
    @MethodSource("stepsThatCanFail")
    void refusedStepLeavesTheOldBytesAndNoLitter(int step) throws IOException {
        assertThatThrownBy(() -> writeWith(step, Fault.REFUSED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(STEPS.get(step));

        assertThat(file).hasBinaryContent(OLD);
        assertThat(entries(directory)).containsExactly("file");
    }

    @ParameterizedTest
    @MethodSource("stepsThatCanFail")
    void fullDiskLeavesTheOldBytesAndNoLitter(int step) throws IOException {
        assertThatThrownBy(() -> writeWith(step, Fault.DISK_FULL)).hasMessageContaining("No space left on device");

        assertThat(file).hasBinaryContent(OLD);
        assertThat(entries(directory)).containsExactly("file");
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH_BEFORE", "CRASH_AFTER"})
    void crashAtAnyStepLeavesTheOldOrTheNewBytesAndTheNextWriteTidiesUp(Fault crash) throws IOException {
        int renamed = STEPS.indexOf("replace");
        for (int step = 0; step < STEPS.size(); step++) {
            Files.write(file, OLD);
            int at = step;
            assertThat(catchThrowable(() -> writeWith(at, crash)))
                    .as(STEPS.get(step))
                    .isInstanceOf(Crash.class);

            boolean done = step > renamed || (step == renamed && crash == Fault.CRASH_AFTER);
            assertThat(file).as(STEPS.get(step)).hasBinaryContent(done ? NEW : OLD);
            write(file, NEW);
            assertThat(entries(directory)).as(STEPS.get(step)).containsExactly("file");
        }
    }

    @Test
    void crashInTheMidstOfAWriteLeavesOnlyAnOwnersTemporaryFile() throws IOException {
        assertThat(catchThrowable(() -> writeWith(STEPS.indexOf("write"), Fault.CRASH_AFTER)))
                .isInstanceOf(Crash.class);

        List<String> litter =
                entries(directory).stream().filter(name -> !name.equals("file")).toList();
        assertThat(litter).hasSize(1);
        assertThat(mode(directory.resolve(litter.get(0)))).isEqualTo("rw-------");
    }

    @Test
    void unsyncedDirectoryIsToldApartFromAFailedWrite() {
        assertThatThrownBy(() -> writeWith(STEPS.indexOf("forceDirectory"), Fault.REFUSED))
                .isInstanceOf(UnsyncedDirectoryException.class);

        assertThat(file).hasBinaryContent(NEW);
    }

    @Test
    void temporaryFilesOfOtherFilesStay() throws IOException {
        Path other = Files.createFile(directory.resolve(".file2.0123456789abcdef.tmp"));
        Path notOurs = Files.createFile(directory.resolve(".file.backup.tmp"));

        write(file, NEW);

        assertThat(other).exists();
        assertThat(notOurs).exists();
    }

    @Test
    void symbolicLinkStaysOneAndItsTargetIsReplaced() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Files.write(real.resolve("target"), OLD);
        Path hop = Files.createSymbolicLink(directory.resolve("hop"), Path.of("real/target"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), hop);

        write(link, NEW);

        assertThat(link).isSymbolicLink();
        assertThat(hop).isSymbolicLink();
        assertThat(real.resolve("target")).hasBinaryContent(NEW);
        assertThat(entries(real)).containsExactly("target");
    }

    @Test
    void danglingLinkGetsItsTarget() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("missing"));

        write(link, NEW);

        assertThat(link).isSymbolicLink();
        assertThat(directory.resolve("missing")).hasBinaryContent(NEW);
    }

    @Test
    void linkIntoAMissingDirectoryIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("not-mounted/file"));

        assertThatThrownBy(() -> write(link, NEW)).isInstanceOf(NoSuchFileException.class);

        assertThat(directory.resolve("not-mounted")).doesNotExist();
    }

    @Test
    void linksInACircleAreRefused() throws IOException {
        Path one = directory.resolve("one");
        Files.createSymbolicLink(one, directory.resolve("two"));
        Files.createSymbolicLink(directory.resolve("two"), one);

        assertThatThrownBy(() -> write(one, NEW)).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    void interruptedThreadWritesAndStaysInterrupted() throws IOException {
        Thread.currentThread().interrupt();

        write(file, NEW);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasBinaryContent(NEW);
    }

    @Test
    void deletesTheFileAndWhatADeadWriterLeftOfIt() throws IOException {
        Files.write(directory.resolve(".file.0123456789abcdef.tmp"), NEW);
        Files.write(directory.resolve(".other.0123456789abcdef.tmp"), NEW);

        new AtomicFile(FileOperations.ofTheSystem(), new SecureRandom()).delete(file);

        assertThat(entries(directory)).containsExactly(".other.0123456789abcdef.tmp");
    }

    @Test
    void tryingLeavesTheFileAndNothingElse() throws IOException {
        Files.write(directory.resolve(".file.0123456789abcdef.tmp"), NEW);

        tryWith(-1, Fault.REFUSED, file);

        assertThat(file).hasBinaryContent(OLD);
        assertThat(entries(directory)).containsExactly("file");
    }

    @Test
    void tryingMeansTheDirectoryThatALinkLeadsTo() throws IOException {
        Path mounted = Files.createDirectory(directory.resolve("mounted"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("mounted/target"));
        Path litter = Files.write(mounted.resolve(".target.0123456789abcdef.tmp"), NEW);

        tryWith(-1, Fault.REFUSED, link);
        assertThat(litter).doesNotExist();

        Files.delete(mounted);
        assertThatThrownBy(() -> tryWith(-1, Fault.REFUSED, link)).isInstanceOf(NoSuchFileException.class);
        assertThat(entries(directory)).containsExactlyInAnyOrder("file", "link");
    }

    @Test
    void tryingFailsWhereWritingWouldAndNeverMindsADirectoryThatCantBeSynced() throws IOException {
        for (String step : List.of("createDirectories", "create", "write", "force", "close", "replace")) {
            assertThatThrownBy(() -> tryWith(STEPS.indexOf(step), Fault.DISK_FULL, file))
                    .as(step)
                    .isInstanceOf(IOException.class);
            assertThat(entries(directory)).as(step).containsExactly("file");
        }
        FaultyFileOperations operations = new FaultyFileOperations(-1, Fault.REFUSED);
        new AtomicFile(operations, new SecureRandom()).tryToWrite(file, NEW);
        assertThat(operations.log()).doesNotContain("forceDirectory");
    }

    @ParameterizedTest
    @EnumSource(names = {"CRASH_BEFORE", "CRASH_AFTER"})
    void whatACrashLeavesOfATrialTheNextWriteRemoves(Fault crash) throws IOException {
        for (int step = 0; step < STEPS.size(); step++) {
            int at = step;
            assertThat(catchThrowable(() -> tryWith(at, crash, file))).isInstanceOf(Crash.class);

            assertThat(file).hasBinaryContent(OLD);
            write(file, OLD);
            assertThat(entries(directory)).as("step " + step).containsExactly("file");
        }
    }

    private static void tryWith(int step, Fault fault, Path file) throws IOException {
        new AtomicFile(new FaultyFileOperations(step, fault), new SecureRandom()).tryToWrite(file, NEW);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        new AtomicFile(FileOperations.ofTheSystem(), new SecureRandom()).write(file, bytes);
    }

    private void writeWith(int step, Fault fault) throws IOException {
        new AtomicFile(new FaultyFileOperations(step, fault), new SecureRandom()).write(file, NEW);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}

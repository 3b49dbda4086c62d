package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.UnsyncedFileOperations;
import dev.leapp.core.internal.lock.JavaProcess;
import dev.leapp.core.internal.lock.LockHolder;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links and modes are tested on POSIX file systems")
class FileWorkspaceRepositoryTest {

    private static final SessionState ACTIVE =
            new SessionState.Active(Instant.EPOCH, Optional.empty(), Optional.empty());

    @TempDir
    Path home;

    private Path file;
    private FileWorkspaceRepository repository;

    @BeforeEach
    void setUp() {
        file = home.resolve(".Leapp/Leapp-lock.json");
        repository = Repositories.at(file);
    }

    @Test
    void readingWhatNeverWasCreatesNothing() {
        assertThat(repository.read().workspace().profiles())
                .extracting(NamedProfile::name)
                .containsExactly("default");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void tryingWhetherItCanBeWrittenChangesNoFile() throws IOException {
        Repositories.add(repository, "one");
        List<String> before = everything();

        repository.requireWritable();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void tryingWhetherItCanBeWrittenMeansWhereALinkLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("mounted"));
        Repositories.add(repository, "one");
        Files.move(file, elsewhere.resolve("workspace.json"));
        Files.createSymbolicLink(file, elsewhere.resolve("workspace.json"));
        repository.requireWritable();
        byte[] bytes = Files.readAllBytes(file);
        FileWorkspaceRepository before = Repositories.at(file);
        before.read();

        Path litter = Files.write(elsewhere.resolve(".workspace.json.0123456789abcdef.tmp"), bytes);
        before.requireWritable();

        assertThat(litter).doesNotExist();
        assertThat(file).isSymbolicLink().hasBinaryContent(bytes);
    }

    @Test
    void aDirectoryThatCantBeSyncedCanBeWritten() throws IOException {
        Repositories.add(repository, "one");
        FileWorkspaceRepository unsynced = Repositories.with(file, new UnsyncedFileOperations());
        List<String> before = everything();

        unsynced.requireWritable();
        assertThat(everything()).isEqualTo(before);

        Repositories.add(unsynced, "two");
        assertThat(repository.read().workspace().sessions()).hasSize(2);
    }

    @Test
    void readingChangesNoFile() throws IOException {
        Repositories.add(repository, "one");
        List<String> before = everything();

        repository.read();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void readingNeedsNoRightToWriteNorTheLock() throws Exception {
        Repositories.add(repository, "one");
        try (JavaProcess holder = holder()) {
            assertThat(holder.nextLine()).isEqualTo("locked");
            assertThat(repository.read().workspace().sessions()).hasSize(1);
        }
    }

    @Test
    void filesAndDirectoriesAreForTheirOwnerOnly() throws IOException {
        Repositories.add(repository, "one");

        try (Stream<Path> all = Files.walk(home.resolve(".Leapp"))) {
            assertThat(all.map(FileWorkspaceRepositoryTest::relativeMode))
                    .allMatch(mode -> mode.endsWith("rwx------") || mode.endsWith("rw-------"))
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void updateThatChangesNothingWritesNothing() throws IOException {
        Repositories.add(repository, "one");
        byte[] before = Files.readAllBytes(file);

        Repositories.add(repository, "one");

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void updateThatChangesNothingInANewWorkspaceWritesNoWorkspace() {
        Repositories.edit(repository, snapshot -> snapshot);

        assertThat(file).doesNotExist();
    }

    @Test
    void headerAndKeyStayWhenTheDocumentChanges() throws IOException {
        Repositories.add(repository, "one");
        String before = header();

        Repositories.add(repository, "two");

        assertThat(header()).isEqualTo(before);
    }

    @Test
    void chosenSecretStoreStandsInTheHeader() throws IOException {
        Repositories.set(repository, "secret-store", "keychain");

        assertThat(header()).contains("\nsecret-store keychain\n");
    }

    @Test
    void nothingOfTheDocumentIsInTheClear() throws IOException {
        Repositories.set(repository, "find-me", "find-me-too");

        assertThat(everythingReadable()).noneMatch(text -> text.contains("find-me"));
    }

    @Test
    void changeThatThrowsWritesNothingAndFreesTheLock() throws IOException {
        Repositories.add(repository, "one");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Repositories.edit(repository, snapshot -> {
                    throw new IllegalStateException("the change");
                }))
                .hasMessage("the change");

        assertThat(file).hasBinaryContent(before);
        Repositories.add(repository, "two");
    }

    @Test
    void updateWithinAnUpdateIsRefused() {
        assertThatThrownBy(() -> Repositories.edit(repository, snapshot -> {
                    Repositories.add(repository, "inner");
                    return snapshot;
                }))
                .isInstanceOf(IllegalStateException.class);
        Repositories.add(repository, "one");
    }

    @Test
    void everyChangedByteIsReportedAndLeftAsItIs() throws IOException {
        Repositories.add(repository, "one");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x10;
            assertReportedAndLeft(changed, CoreErrorCode.WORKSPACE_CORRUPT);
        }
    }

    @Test
    void everyTruncationIsReportedAndLeftAsItIs() throws IOException {
        Repositories.add(repository, "one");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            assertReportedAndLeft(Arrays.copyOf(whole, length), CoreErrorCode.WORKSPACE_CORRUPT);
        }
    }

    @Test
    void damageIsReportedWithFileAndBackups() throws IOException {
        Repositories.add(repository, "one");
        Files.writeString(file, "damaged");

        assertThatThrownBy(() -> repository.read())
                .isInstanceOfSatisfying(
                        WorkspaceException.class,
                        e -> assertThat(e.hint())
                                .hasValueSatisfying(hint -> assertThat(hint)
                                        .contains(file.resolveSibling("backups").toString())))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("left as it is");
    }

    @Test
    void newestBackupRestoresTheDefinitions() throws IOException {
        Repositories.add(repository, "one");
        Repositories.add(repository, "two");
        Snapshot before = repository.read();
        Files.writeString(file, "damaged");

        Files.write(file, Files.readAllBytes(backups().get(1)));

        assertThat(repository.read()).isEqualTo(before);
        Repositories.add(repository, "three");
        assertThat(backups()).hasSize(3);
    }

    @Test
    void otherMachineIsReportedAndLeftAsItIs() throws IOException {
        Repositories.add(repository, "one");
        byte[] before = Files.readAllBytes(file);
        FileWorkspaceRepository elsewhere =
                Repositories.builder(file, FileOperations.ofTheSystem()).build(() -> MachineId.of("another"));

        assertTrouble(CoreErrorCode.WORKSPACE_KEY_MISMATCH, elsewhere::read);
        assertTrouble(CoreErrorCode.WORKSPACE_KEY_MISMATCH, () -> Repositories.add(elsewhere, "two"));

        assertThat(file).hasBinaryContent(before);
        assertThatThrownBy(elsewhere::read)
                .isInstanceOfSatisfying(
                        WorkspaceException.class,
                        e -> assertThat(e.hint())
                                .hasValueSatisfying(hint -> assertThat(hint).contains("LEAPP_MACHINE_ID")));
    }

    @Test
    void fileOfALaterVersionIsReportedAndLeftAsItIs() throws IOException {
        assertReportedAndLeft("LEAPP-SEALED 2\nwhatever".getBytes(ISO_8859_1), CoreErrorCode.WORKSPACE_FORMAT_UNKNOWN);
        assertThatThrownBy(() -> repository.read()).hasMessageContaining("newer version");
    }

    @Test
    void directoryInPlaceOfTheFileIsReported() throws IOException {
        Files.createDirectories(file);

        assertTrouble(CoreErrorCode.WORKSPACE_NOT_READABLE, repository::read);
        assertTrouble(CoreErrorCode.WORKSPACE_NOT_READABLE, () -> Repositories.add(repository, "one"));
    }

    @Test
    void vanishedFileIsNotTakenForANewWorkspace() throws IOException {
        Repositories.add(repository, "one");
        Files.delete(file);

        assertTrouble(CoreErrorCode.WORKSPACE_NOT_READABLE, repository::read);
        assertTrouble(CoreErrorCode.WORKSPACE_NOT_READABLE, () -> Repositories.add(repository, "two"));
        assertThat(file).doesNotExist();

        Files.delete(file.resolveSibling("state.json"));
        assertThat(repository.read().workspace().sessions()).isEmpty();
    }

    @Test
    void linkedFileStaysALink() throws IOException {
        Path real = Files.createDirectories(home.resolve("dotfiles")).resolve("leapp");
        Files.createDirectories(file.resolveSibling("."));
        Files.createSymbolicLink(file, real);

        Repositories.add(repository, "one");
        Repositories.add(repository, "two");

        assertThat(file).isSymbolicLink();
        assertThat(real).isRegularFile();
        assertThat(Repositories.at(real).read().workspace().sessions()).hasSize(2);
    }

    @Test
    void whoeverUsesALinkTakesTheLockOfTheFile() throws Exception {
        Repositories.add(repository, "one");
        Path link = home.resolve("link");
        Files.createSymbolicLink(link, file);
        FileWorkspaceRepository impatient = Repositories.builder(link, FileOperations.ofTheSystem())
                .patience(Duration.ofMillis(20))
                .build(() -> MachineId.of(Repositories.MACHINE));

        try (JavaProcess holder = holder()) {
            assertThat(holder.nextLine()).isEqualTo("locked");
            assertTrouble(CoreErrorCode.LOCK_TIMEOUT, () -> Repositories.add(impatient, "two"));
        }
    }

    @Test
    void linkIntoAMissingDirectoryIsReported() throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.createSymbolicLink(file, home.resolve("not-mounted/leapp"));

        assertTrouble(CoreErrorCode.NOT_WRITABLE, () -> Repositories.add(repository, "one"));

        assertThat(home.resolve("not-mounted")).doesNotExist();
    }

    @Test
    void timeoutNamesTheOtherProcess() throws Exception {
        Repositories.add(repository, "one");
        FileWorkspaceRepository impatient = Repositories.builder(file, FileOperations.ofTheSystem())
                .patience(Duration.ofMillis(20))
                .build(() -> MachineId.of(Repositories.MACHINE));

        try (JavaProcess holder = holder()) {
            assertThat(holder.nextLine()).isEqualTo("locked");
            assertThatThrownBy(() -> Repositories.add(impatient, "two"))
                    .isInstanceOfSatisfying(
                            WorkspaceException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.LOCK_TIMEOUT))
                    .hasMessageContaining("process " + holder.pid());
        }
        Repositories.add(impatient, "two");
    }

    @Test
    void interruptionWhileWaitingCancels() throws Exception {
        Thread.currentThread().interrupt();

        assertTrouble(CoreErrorCode.CANCELLED, () -> Repositories.add(repository, "one"));

        assertThat(Thread.interrupted()).isTrue();
        Repositories.add(repository, "one");
    }

    @Test
    void generationIsKeptForDefinitionsButNotForStates() throws IOException {
        Repositories.add(repository, "one");
        SessionId id = new SessionId("one");

        Repositories.edit(
                repository,
                snapshot -> snapshot.with(id, ACTIVE)
                        .with(snapshot.workspace().toBuilder()
                                .session(snapshot.workspace().sessions().get(0).toBuilder()
                                        .lastStartedAt(Instant.EPOCH)
                                        .build())
                                .build()));
        assertThat(backups()).hasSize(1);

        Repositories.add(repository, "two");
        assertThat(backups()).hasSize(2);
        assertThat(backups().get(1)).hasBinaryContent(Files.readAllBytes(file));
    }

    @Test
    void stateFileRemembersFormatAndGeneration() throws IOException {
        Repositories.add(repository, "one");
        Repositories.add(repository, "two");

        assertThat(file.resolveSibling("state.json")).hasContent("{\"format\":\"sealed\",\"generation\":2}");
    }

    @Test
    void keysBesideTheWorkspaceNeedNoDocument() throws IOException {
        Repositories.add(repository, "one");
        WorkspaceKeys keys = repository.keys();
        byte[] cache = keys.subkey("credential cache");

        Repositories.add(repository, "two");
        Files.writeString(file, header() + "no document");

        assertThat(keys.subkey("credential cache")).hasSize(32).isEqualTo(cache);
        assertThat(keys.subkey("something else")).isNotEqualTo(cache);
    }

    @Test
    void keysOfNoWorkspaceAreReported() throws IOException {
        WorkspaceKeys keys = repository.keys();
        assertTrouble(CoreErrorCode.WORKSPACE_NOT_READABLE, () -> keys.subkey("cache"));

        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, "damaged");
        assertTrouble(CoreErrorCode.WORKSPACE_CORRUPT, () -> keys.subkey("cache"));
    }

    private JavaProcess holder() throws IOException {
        return JavaProcess.start(LockHolder.class, file.resolveSibling("locks/workspace.lock"));
    }

    private void assertReportedAndLeft(byte[] bytes, CoreErrorCode code) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);

        Throwable read = catchThrowable(() -> repository.read());
        Throwable update = catchThrowable(() -> Repositories.add(repository, "two"));

        assertThat(file).hasBinaryContent(bytes);
        for (Throwable thrown : List.of(read, update)) {
            assertThat(thrown).isInstanceOfSatisfying(WorkspaceException.class, e -> {
                assertThat(e.code()).isEqualTo(code);
                assertThat(e.code().trouble()).isEqualTo(Trouble.WORKSPACE_UNREADABLE);
            });
        }
    }

    private static void assertTrouble(CoreErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        WorkspaceException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private String header() throws IOException {
        String text = new String(Files.readAllBytes(file), ISO_8859_1);
        return text.substring(0, text.indexOf("\n\n") + 2);
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> backups = Files.list(file.resolveSibling("backups"))) {
            return backups.sorted((a, b) -> Integer.compare(generation(a), generation(b)))
                    .toList();
        }
    }

    private static int generation(Path backup) {
        return Integer.parseInt(backup.getFileName().toString().replaceAll(".*-([0-9]+)\\.sealed", "$1"));
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.sorted()
                    .map(path -> path + " " + path.toFile().lastModified() + " "
                            + path.toFile().length())
                    .toList();
        }
    }

    private List<String> everythingReadable() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(path -> path + " " + content(path)).toList();
        }
    }

    private static String content(Path path) {
        try {
            return Files.isRegularFile(path) ? Files.readString(path, ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relativeMode(Path path) {
        try {
            return path.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sameBytesAreReadOnce() {
        Repositories.add(repository, "a");

        Snapshot first = repository.read();
        Snapshot again = repository.read();
        Repositories.add(Repositories.unforced(file), "b");
        Snapshot changed = repository.read();

        assertThat(again).isSameAs(first);
        assertThat(changed.workspace().sessions()).hasSize(2);
    }

    @Test
    void whatWasReadBeforeClosingIsNotSealedUnderWipedKeys() {
        Repositories.add(repository, "a");
        repository.read();
        repository.close();

        Repositories.add(repository, "b");

        assertThat(Repositories.unforced(file).read().workspace().sessions()).hasSize(2);
    }
}

package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.file.UnforcedFileOperations;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that the desktop app wrote, opened and changed through the repository. */
class LeappFileTest {

    private static final String MACHINE = text("machine-id");
    private static final MachineId MACHINE_ID = MachineId.of(MACHINE);
    private static final SessionId PLAIN = new SessionId("bd2567df-4c39-4c20-9d05-8fb0cec9edd4");

    @TempDir
    Path home;

    private Path file;
    private FileWorkspaceRepository repository;
    private WorkspaceFile care;

    @BeforeEach
    void setUp() throws IOException {
        file = home.resolve("Leapp-lock.json");
        Files.writeString(file, text("Leapp-lock.json"));
        repository = Repositories.onMachine(file, MACHINE);
        care = repository.file(session -> false);
    }

    @Test
    void everySessionIsListedAndReadingWritesNothing() throws IOException {
        assertThat(repository.read().workspace().sessions())
                .extracting(Session::name)
                .containsExactly(
                        "user-plain", "user-mfa", "federated", "chained", "sso-role", "azure-sub", "localstack");
        assertThat(home).isDirectoryNotContaining("glob:**/{state.json,backups,locks}");
        assertThat(care.format()).isEqualTo("leapp");
    }

    @Test
    void changeDecryptsToTheSameDocumentPlusThatChange() throws Exception {
        rename("renamed");

        ObjectNode expected = (ObjectNode) new ObjectMapper().readTree(text("Leapp-lock.plain.json"));
        ((ObjectNode) expected.get("_sessions").get(0)).put("sessionName", "renamed");
        assertThat(plain(file)).isEqualTo(expected);
        assertThat(repository.read().workspace().session(PLAIN).orElseThrow().name())
                .isEqualTo("renamed");
    }

    @Test
    void whatTheDesktopAppWroteIsKeptBeforeTheFirstChange() throws IOException {
        rename("first");
        rename("second");

        assertThat(care.generations()).hasSize(3);
        Generation found = care.generations().get(2);
        assertThat(found.format()).isEqualTo("leapp");
        assertThat(found.path()).hasContent(text("Leapp-lock.json"));
        assertThat(care.generations().get(0).reason()).hasValue("edit session second");
    }

    @Test
    void whatTheDesktopAppChangesLaterIsKeptToo() throws Exception {
        rename("ours");
        ObjectNode theirs = (ObjectNode) plain(file);
        ((ObjectNode) theirs.get("_sessions").get(1)).put("sessionName", "theirs");
        byte[] written =
                new LeappCipher(new SecureRandom()).seal(new ObjectMapper().writeValueAsBytes(theirs), MACHINE_ID);
        Files.write(file, written);

        rename("ours again");

        assertThat(repository.read().workspace().sessions())
                .extracting(Session::name)
                .startsWith("ours again", "theirs");
        assertThat(care.generations()).extracting(Generation::number).doesNotHaveDuplicates();
        assertThat(care.generations())
                .anySatisfy(generation -> assertThat(generation.path()).hasBinaryContent(written));
    }

    @Test
    void fileCanOnlyBeReadWhileTheDesktopAppRuns() throws IOException {
        FileWorkspaceRepository beside = Repositories.builder(file, new UnforcedFileOperations())
                .desktopApp(() -> true)
                .build(() -> MACHINE_ID);
        byte[] before = Files.readAllBytes(file);

        assertThat(beside.read().workspace().sessions()).hasSize(7);
        assertTrouble(CoreErrorCode.DESKTOP_APP_RUNNING, () -> Repositories.set(beside, "a", "b"));
        assertTrouble(CoreErrorCode.DESKTOP_APP_RUNNING, beside::requireWritable);
        WorkspaceFile besideFile = beside.file(session -> false);
        assertTrouble(CoreErrorCode.DESKTOP_APP_RUNNING, () -> besideFile.upgrade(NewKeySlot.machine()));

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void sessionThatTheFormatCantHoldAsksToUpgrade() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Session google = Session.builder(new SessionId("g"), "google", new SessionType("gcp-user"), "")
                .build();

        assertThatThrownBy(() -> Repositories.edit(
                        repository,
                        snapshot -> snapshot.with(
                                snapshot.workspace().toBuilder().session(google).build())))
                .isInstanceOfSatisfying(LeappException.class, e -> {
                    assertThat(e.code()).isEqualTo(CoreErrorCode.WORKSPACE_UPGRADE_NEEDED);
                    assertThat(e.hint())
                            .hasValueSatisfying(hint -> assertThat(hint).contains("leapp workspace upgrade"));
                });
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void changeThatTheDesktopAppWouldRefuseIsNotWritten() throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertTrouble(
                CoreErrorCode.WORKSPACE_INCONSISTENT,
                () -> Repositories.edit(
                        repository,
                        snapshot -> snapshot.with(snapshot.workspace().toBuilder()
                                .removeSession(PLAIN) // the chained session hangs on it
                                .build())));

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void upgradeKeepsEverythingAndTheDesktopAppsFile() throws IOException {
        var before = repository.read();

        assertThat(care.upgrade(NewKeySlot.machine())).isTrue();

        assertThat(care.format()).isEqualTo("sealed");
        assertThat(Repositories.onMachine(file, MACHINE).read()).isEqualTo(before);
        assertThat(care.generations().get(1).path()).hasContent(text("Leapp-lock.json"));
        assertThat(care.upgrade(NewKeySlot.machine())).isFalse();
        Repositories.set(repository, "a", "b");
    }

    @Test
    void upgradeToAPassphraseNeedsItOnTheSameMachine() {
        care.upgrade(NewKeySlot.passphrase(Secret.of("correct horse")));

        assertTrouble(
                CoreErrorCode.WORKSPACE_KEY_MISMATCH,
                () -> Repositories.onMachine(file, MACHINE).read());
        assertThat(repository.read().workspace().sessions()).hasSize(7);
    }

    @Test
    void rotationAfterAnUpgradeSealsTheDesktopAppsGenerations() throws IOException {
        rename("renamed");
        care.upgrade(NewKeySlot.machine());

        care.rotateKey(false);

        assertThat(care.generations())
                .hasSize(5)
                .allSatisfy(generation -> assertThat(generation.format()).isEqualTo("sealed"))
                .allSatisfy(generation -> assertThat(generation.sessions()).hasValue(7));
    }

    @Test
    void desktopAppThatReplacesOurFileIsToldAndNeverAdopted() throws IOException {
        care.upgrade(NewKeySlot.machine());
        Files.writeString(file, text("Leapp-lock.json"));
        byte[] theirs = Files.readAllBytes(file);

        assertThatThrownBy(repository::read)
                .isInstanceOfSatisfying(
                        LeappException.class,
                        e -> assertThat(e.code()).isEqualTo(CoreErrorCode.WORKSPACE_FORMAT_CHANGED))
                .hasMessageContaining("the Leapp desktop app's format now");
        assertTrouble(CoreErrorCode.WORKSPACE_FORMAT_CHANGED, () -> Repositories.set(repository, "a", "b"));
        assertThat(file).hasBinaryContent(theirs);

        long newest = care.generations().get(0).number();
        care.recover(RecoverySource.generation(newest));
        assertThat(care.format()).isEqualTo("sealed");
        assertThat(repository.read().workspace().sessions()).hasSize(7);
    }

    @Test
    void desktopAppsFileIsAdoptedWhenAsked() throws IOException {
        care.upgrade(NewKeySlot.machine());
        Files.writeString(file, text("Leapp-lock.json"));

        care.recover(RecoverySource.currentFile());

        assertThat(care.format()).isEqualTo("leapp");
        assertThat(repository.read().workspace().sessions()).hasSize(7);
        rename("renamed");
    }

    @Test
    void desktopAppsBackupAndAnotherMachinesFileAreWaysBack() throws IOException {
        Files.writeString(file.resolveSibling("Leapp-lock.backup.bin"), text("Leapp-lock.json"));
        Files.writeString(file, text("Leapp-lock.json").substring(0, 1000));
        assertThatThrownBy(repository::read).isInstanceOf(LeappException.class);

        care.recover(RecoverySource.desktopBackup());
        assertThat(repository.read().workspace().sessions()).hasSize(7);

        WorkspaceFile elsewhere = Repositories.care(file, "new machine");
        assertThatThrownBy(() -> Repositories.onMachine(file, "new machine").read())
                .isInstanceOf(LeappException.class);
        elsewhere.recover(RecoverySource.currentFile().openedByMachine(MACHINE));
        assertThat(Repositories.onMachine(file, "new machine")
                        .read()
                        .workspace()
                        .sessions())
                .hasSize(7);
    }

    @Test
    void keysBesideTheFileHangOnTheMachine() {
        byte[] key = repository.keys().subkey("credential cache");

        rename("renamed");

        assertThat(repository.keys().subkey("credential cache")).isEqualTo(key).hasSize(32);
    }

    private void rename(String name) {
        Repositories.edit(
                repository,
                snapshot -> snapshot.with(snapshot.workspace().toBuilder()
                        .session(snapshot.workspace().session(PLAIN).orElseThrow().toBuilder()
                                .name(name)
                                .build())
                        .build()));
    }

    private static JsonNode plain(Path file) throws Exception {
        byte[] document = new LeappCipher(new SecureRandom()).open(Files.readAllBytes(file), MACHINE_ID);
        return new ObjectMapper().readTree(document);
    }

    private static String text(String name) {
        try (InputStream in = LeappFileTest.class.getResourceAsStream("/dev/leapp/core/leapp-lock/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertTrouble(CoreErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

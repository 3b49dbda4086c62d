package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.Session;
import dev.leapp.core.workspace.KeyRotation;
import dev.leapp.core.workspace.KeySlotView;
import dev.leapp.core.workspace.NewKeySlot;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySlotsTest {

    private static final String PASSPHRASE = "correct horse";

    @TempDir
    Path home;

    private final SecretStore keychain = SecretStore.inMemory();
    private Path file;
    private FileWorkspaceRepository here;
    private WorkspaceFile keys;

    @BeforeEach
    void setUp() {
        file = home.resolve("Leapp-lock.json");
        here = on(Repositories.MACHINE);
        keys = here.file(session -> false);
        Repositories.add(here, "one");
        Repositories.add(here, "two");
    }

    @Test
    void newWorkspaceHasOneSlotForThisMachine() {
        assertThat(keys.keySlots()).singleElement().satisfies(slot -> {
            assertThat(slot.kind()).isEqualTo("machine");
            assertThat(slot.problem()).isEmpty();
            assertThat(slot.added()).isPresent();
        });
        assertThat(Repositories.care(file, "another").keySlots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.problem()).hasValue("it was sealed for another machine id"));
    }

    @Test
    void passphraseOpensOnAnotherMachine() {
        keys.addKeySlot(passphrase());

        assertThat(sessions(on("another"))).containsExactly("one", "two");
        Repositories.add(on("another"), "three");
        assertThat(sessions(here)).containsExactly("one", "two", "three");
    }

    @Test
    void wrongPassphraseOpensNothingAndIsNotShown() {
        keys.addKeySlot(passphrase());

        FileWorkspaceRepository guessing =
                Repositories.knowing(file, "battery staple", keychain).build(() -> MachineId.of("another"));

        assertThatThrownBy(guessing::read)
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.WORKSPACE_KEY_MISMATCH))
                .hasMessageContaining("the passphrase does not fit")
                .hasMessageNotContaining("battery");
    }

    @Test
    void nobodyToAskIsSaidWithTheVariable() {
        keys.addKeySlot(passphrase());

        assertThatThrownBy(() -> Repositories.onMachine(file, "another").read())
                .hasMessageContaining("another machine id")
                .hasMessageContaining("LEAPP_WORKSPACE_PASSPHRASE");
    }

    @Test
    void keychainOpensOnAnotherMachineAndALostItemIsSaid() {
        KeySlotView slot = keys.addKeySlot(NewKeySlot.keychain());
        SecretName item = new SecretName("workspace-key-" + slot.id());

        assertThat(keychain.get(item)).isPresent();
        assertThat(sessions(on("another"))).containsExactly("one", "two");

        keychain.delete(item);
        assertThatThrownBy(() -> on("another").read()).hasMessageContaining("the keychain has no item " + item);
    }

    @Test
    void slotThatCantBeAddedLeavesNothingInTheKeychain() throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length - 1] ^= 1;
        Files.write(file, damaged);

        assertTrouble(CoreErrorCode.WORKSPACE_CORRUPT, () -> keys.addKeySlot(NewKeySlot.keychain()));

        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void removedSlotOpensNeitherTheFileNorAnyGeneration() throws IOException {
        keys.addKeySlot(passphrase());
        String machine = slotOf("machine");

        KeyRotation done = keys.removeKeySlot(machine, false);

        assertThat(done.resealed()).isEqualTo(3);
        assertThat(done.deleted()).isZero();
        assertThat(done.dropped()).extracting(KeySlotView::id).containsExactly(machine);
        assertThatThrownBy(
                        () -> Repositories.onMachine(file, Repositories.MACHINE).read())
                .isInstanceOf(LeappException.class);
        for (Path kept : everyKept()) {
            assertThat(Files.readString(kept, ISO_8859_1)).doesNotContain("slot machine");
        }
        assertThat(sessions(on("another"))).containsExactly("one", "two");
        assertThat(on("another").file(session -> false).generations())
                .hasSize(4)
                .allSatisfy(generation -> assertThat(generation.problem()).isEmpty());
    }

    @Test
    void removedKeychainSlotLeavesNoItem() {
        KeySlotView slot = keys.addKeySlot(NewKeySlot.keychain());

        keys.removeKeySlot(slot.id(), false);

        assertThat(keychain.get(new SecretName("workspace-key-" + slot.id()))).isEmpty();
        assertThat(sessions(here)).containsExactly("one", "two");
    }

    @Test
    void lastSlotStays() throws IOException {
        byte[] before = Files.readAllBytes(file);

        assertTrouble(CoreErrorCode.KEY_SLOT_NEEDED, () -> keys.removeKeySlot(slotOf("machine"), false));
        assertTrouble(CoreErrorCode.KEY_SLOT_NOT_FOUND, () -> keys.removeKeySlot("zz", false));

        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void rotationGivesANewKeyInTheSameSlots() throws IOException {
        keys.addKeySlot(passphrase());
        byte[] cacheKey = here.keys().subkey("cache");
        List<String> ids = keys.keySlots().stream().map(KeySlotView::id).toList();

        KeyRotation done = keys.rotateKey(false);

        assertThat(done.resealed()).isEqualTo(3);
        assertThat(keys.keySlots()).extracting(KeySlotView::id).isEqualTo(ids);
        assertThat(here.keys().subkey("cache")).isNotEqualTo(cacheKey);
        assertThat(sessions(here)).containsExactly("one", "two");
        assertThat(sessions(Repositories.onMachine(file, Repositories.MACHINE))).containsExactly("one", "two");
        assertThat(sessions(on("another"))).containsExactly("one", "two");
    }

    @Test
    void slotThatDoesNotOpenHereIsOnlyDroppedWhenAsked() {
        keys.addKeySlot(passphrase());
        WorkspaceFile forgetful = Repositories.care(file, Repositories.MACHINE);

        assertTrouble(CoreErrorCode.KEY_SLOT_NEEDED, () -> forgetful.rotateKey(false));
        assertThat(keys.keySlots()).hasSize(2);

        assertThat(forgetful.rotateKey(true).dropped())
                .extracting(KeySlotView::kind)
                .containsExactly("passphrase");
        assertThat(keys.keySlots()).hasSize(1);
        assertThatThrownBy(() -> on("another").read()).isInstanceOf(LeappException.class);
    }

    @Test
    void generationThatDoesNotOpenIsDeletedByARotation() throws IOException {
        Path oldest = everyKept().get(0);
        Files.writeString(oldest, "LEAPP-SEALED 1\nnothing that opens");

        KeyRotation done = keys.rotateKey(false);

        assertThat(done.deleted()).isEqualTo(1);
        assertThat(oldest).doesNotExist();
    }

    @Test
    void generationsUnderTheSameKeyAreKeptAlthoughTheirSlotsAreGone() {
        WorkspaceFile moved = Repositories.care(file, "new machine");
        moved.recover(RecoverySource.currentFile().openedByMachine(Repositories.MACHINE));

        KeyRotation done = moved.rotateKey(false);

        assertThat(done.resealed()).isEqualTo(3);
        assertThat(done.deleted()).as("what the recovery put aside").isEqualTo(1);
        assertThat(moved.generations())
                .hasSize(4)
                .allSatisfy(generation -> assertThat(generation.problem()).isEmpty());
    }

    @Test
    void rotationThatFailsDeletesNothing() throws IOException {
        Path oldest = everyKept().get(0);
        Files.writeString(oldest, "LEAPP-SEALED 1\nnothing that opens");
        byte[] before = Files.readAllBytes(file);
        boolean done = false;
        for (int step = 0; !done; step++) {
            try {
                Repositories.with(file, new FaultyFileOperations(step, FaultyFileOperations.Fault.REFUSED))
                        .file(session -> false)
                        .rotateKey(false);
                done = true;
            } catch (LeappException e) {
                assertThat(oldest).as("step %d", step).exists();
                assertThat(file).as("step %d", step).hasBinaryContent(before);
            }
        }
        assertThat(oldest).doesNotExist();
        assertThat(sessions(here)).containsExactly("one", "two");
    }

    @Test
    void otherProcessGoesOnAfterARotation() {
        FileWorkspaceRepository other = Repositories.onMachine(file, Repositories.MACHINE);
        assertThat(sessions(other)).hasSize(2);

        keys.rotateKey(false);

        Repositories.add(other, "three");
        assertThat(sessions(here)).containsExactly("one", "two", "three");
    }

    @Test
    void machineWithoutAnIdBeginsWithAGivenPassphrase() {
        Path elsewhere = home.resolve("container/Leapp-lock.json");
        FileWorkspaceRepository container = Repositories.knowing(elsewhere, PASSPHRASE, keychain)
                .build(() -> {
                    throw new WorkspaceException(CoreErrorCode.NO_MACHINE_ID, "This machine has no id", null);
                });

        Repositories.add(container, "one");

        assertThat(sessions(container)).containsExactly("one");
        assertThat(container.file(session -> false).keySlots())
                .extracting(KeySlotView::kind)
                .containsExactly("passphrase");
    }

    @Test
    void nothingOfASlotIsShown() {
        KeySlotView slot = keys.addKeySlot(passphrase());

        assertThat(passphrase().toString()).doesNotContain(PASSPHRASE);
        assertThat(slot.toString()).isEqualTo("passphrase slot " + slot.id());
    }

    private FileWorkspaceRepository on(String machine) {
        return Repositories.knowing(file, PASSPHRASE, keychain).build(() -> MachineId.of(machine));
    }

    private static NewKeySlot passphrase() {
        return NewKeySlot.passphrase(Secret.of(PASSPHRASE));
    }

    private String slotOf(String kind) {
        return keys.keySlots().stream()
                .filter(slot -> slot.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Path> everyKept() throws IOException {
        try (Stream<Path> kept = Files.list(home.resolve("backups"))) {
            return kept.sorted().toList();
        }
    }

    private static List<String> sessions(FileWorkspaceRepository repository) {
        return repository.read().workspace().sessions().stream()
                .map(Session::id)
                .map(Object::toString)
                .toList();
    }

    private static void assertTrouble(CoreErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

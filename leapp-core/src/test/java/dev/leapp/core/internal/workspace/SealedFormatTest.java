package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.UnreadableException.Reason;
import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFormatTest {

    private static final WorkspaceDocument DOCUMENT =
            WorkspaceDocument.of(Definitions.none()).with(Definitions.none(), 1, "a document");

    private final SealedFormat format = format("this machine");
    private final SealedWorkspace created = format.create("machine", DOCUMENT);
    private final byte[] file = created.bytes();

    @Test
    void opensWhatItSealed() throws Exception {
        SealedWorkspace opened = format.open(file);

        assertThat(opened.document().toBytes()).isEqualTo(DOCUMENT.toBytes());
        assertThat(opened.key().bytes()).isEqualTo(created.key().bytes());
        assertThat(opened.header().toBytes()).isEqualTo(created.header().toBytes());
    }

    @Test
    void headerIsText() {
        assertThat(new String(file, ISO_8859_1))
                .matches(
                        "(?s)LEAPP-SEALED 1\nslot machine salt=\\S+ key=\\S+ added=2026-11-24\ncheck [0-9a-f]{8}\n\n.+")
                .doesNotContain("document");
    }

    @Test
    void keyAndSlotsStayAndTheNonceDoesNot() throws Exception {
        SealedWorkspace opened = format.open(file);
        byte[] again = opened.bytes();
        int header = opened.header().toBytes().length;

        assertThat(Arrays.copyOf(again, header)).isEqualTo(Arrays.copyOf(file, header));
        assertThat(Arrays.copyOfRange(again, header, header + 12))
                .isNotEqualTo(Arrays.copyOfRange(file, header, header + 12));
    }

    @Test
    void otherMachineIsToldApartFromDamage() {
        assertUnreadable(Reason.OTHER_KEY, () -> format("another machine").open(file));
    }

    @Test
    void fileWithoutASlotThatIsKnownHereIsToldApartFromDamage() {
        SealedHeader header = SealedHeader.of(List.of(new KeySlot("token", "AAAA", "AAAA", Map.of())));

        assertUnreadable(Reason.OTHER_KEY, () -> format.open(header.toBytes()));
    }

    @Test
    void headersOfTwoFilesCannotBeSwapped() {
        SealedHeader other = created.header().withSecretStore(Optional.of("file"));
        byte[] body = Arrays.copyOfRange(file, created.header().toBytes().length, file.length);

        assertUnreadable(Reason.DAMAGED, () -> format.open(Bytes.concat(other.toBytes(), body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAPP-SEALED 2\nanything", "LEAPP-SEALED 17\n", "LEAPP-SEALED 3\nx\n\n"})
    void laterFormatIsToldApart(String text) {
        assertUnreadable(Reason.NEWER_VERSION, () -> format.open(text.getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "LEAPP-SEALED 1\n\n", "LEAPP-SEALED 1\ncheck 00000000\n\n", "\u0000\u0000"})
    void otherBytesAreDamaged(String text) {
        assertUnreadable(Reason.DAMAGED, () -> format.open(text.getBytes(ISO_8859_1)));
    }

    @Test
    void endlessHeaderIsRefused() {
        byte[] endless = ("LEAPP-SEALED 1\n" + "x\n".repeat(1_000_000)).getBytes(ISO_8859_1);

        assertUnreadable(Reason.DAMAGED, () -> format.open(endless));
    }

    @Test
    void linesAndSlotsOfLaterVersionsAreKept() throws Exception {
        String unknown = "slot token salt=AAAA key=BBBB of=somebody\nfuture line\n";
        byte[] extended = withLines(unknown);

        SealedHeader header = SealedHeader.parse(extended).withSecretStore(Optional.of("keychain"));

        assertThat(new String(header.toBytes(), ISO_8859_1)).contains(unknown).contains("\nsecret-store keychain\n");
        assertThat(header.slots()).extracting(KeySlot::kind).containsExactly("machine", "token");
        assertThat(format.open(new SealedWorkspace(header, created.key(), DOCUMENT, format).bytes())
                        .snapshot())
                .isEqualTo(DOCUMENT.snapshot());
    }

    @Test
    void chosenSecretStoreReplacesTheFormerOne() throws Exception {
        SealedHeader keychain = created.header().withSecretStore(Optional.of("keychain"));
        SealedHeader file = keychain.withSecretStore(Optional.of("file"));

        assertThat(new String(file.toBytes(), ISO_8859_1))
                .contains("secret-store file\n")
                .doesNotContain("keychain");
        assertThat(file.withSecretStore(Optional.empty()).toBytes())
                .isEqualTo(created.header().toBytes());
        assertThat(SealedHeader.parse(file.toBytes()).toBytes()).isEqualTo(file.toBytes());
    }

    @Test
    void secretStoreCannotBreakTheHeader() {
        assertThat(created.header().withSecretStore(Optional.of("two\nlines")).toBytes())
                .isEqualTo(created.header().toBytes());
    }

    @Test
    void keyIsNotShown() {
        assertThat(created.key().toString()).isEqualTo("WorkspaceKey[redacted]");
    }

    private byte[] withLines(String lines) {
        String text = new String(created.header().toBytes(), ISO_8859_1);
        return checked(text.substring(0, text.indexOf("check ")) + lines);
    }

    /** Returns the bytes of a header with the checksum that its lines have. */
    static byte[] checked(String head) {
        CRC32 crc = new CRC32();
        crc.update(head.getBytes(ISO_8859_1));
        return (head + String.format("check %08x\n\n", crc.getValue())).getBytes(ISO_8859_1);
    }

    static SealedFormat format(String machine) {
        AesGcm cipher = new AesGcm(new SecureRandom());
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        return new SealedFormat(
                new KeyRing(List.of(new MachineSlots(() -> MachineId.of(machine))), cipher, clock), cipher);
    }

    static void assertUnreadable(Reason reason, ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}

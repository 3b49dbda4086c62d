package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.UnreadableException.Reason;
import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.internal.workspace.key.PassphraseSlots;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
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
    void everyChangedByteIsReportedAsWhatItIs() {
        for (int i = 0; i < file.length; i++) {
            for (int bits = 1; bits < 256; bits++) {
                byte[] changed = file.clone();
                changed[i] ^= (byte) bits;
                boolean versionDigit = i == "LEAPP-SEALED ".length();
                assertThat(reasonWhyNot(changed))
                        .as("byte %d, changed by %02x", i, bits)
                        .isIn(Reason.DAMAGED, versionDigit ? Reason.NEWER_VERSION : Reason.DAMAGED);
            }
        }
    }

    /** Whoever can write the file can also make its checksum right: then the key's seal decides. */
    @Test
    void everyChangedByteOfAHeaderWhoseChecksumIsRightIsRefused() {
        String text = new String(created.header().toBytes(), ISO_8859_1);
        byte[] body = Arrays.copyOfRange(file, text.length(), file.length);
        byte[] head = text.substring(0, text.indexOf("check ")).getBytes(ISO_8859_1);
        for (int i = 0; i < head.length; i++) {
            for (int bits = 1; bits < 256; bits++) {
                byte[] changed = head.clone();
                changed[i] ^= (byte) bits;
                byte[] forged = Bytes.concat(checked(new String(changed, ISO_8859_1)), body);
                assertThat(reasonWhyNot(forged))
                        .as("byte %d, changed by %02x", i, bits)
                        .isNotNull();
            }
        }
    }

    /** None of these is paid: the first alone would take all of the memory, the second a day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999,3,1",
                "65536,999999999,1",
                "65536,3,999999999",
                "524289,3,1",
                "65536,17,1",
                "65536,3,9",
                "9999999999,3,1",
                "0,0,0",
                "-1,3,1",
                "7,1,1",
                "65536,3",
                "65536,3,1,1",
                "x"
            })
    void costThatNoSlotHasIsRefusedUnpaid(String cost) {
        KeySlot forged = new KeySlot("passphrase", "AAAA", "AAAA", Map.of("argon2id", cost));

        assertThatThrownBy(() -> knowing("correct horse")
                        .open(SealedHeader.of(List.of(forged)).toBytes()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("its cost makes no sense");
    }

    @Test
    void everyTruncationIsReported() {
        for (int length = 0; length < file.length; length++) {
            byte[] shorter = Arrays.copyOf(file, length);
            assertUnreadable(Reason.DAMAGED, () -> format.open(shorter));
        }
    }

    @Test
    void addedBytesAreReported() {
        for (int added = 0; added < 256; added++) {
            byte[] longer = Bytes.concat(file, new byte[] {(byte) added});
            assertUnreadable(Reason.DAMAGED, () -> format.open(longer));
        }
        assertUnreadable(Reason.DAMAGED, () -> format.open(Bytes.concat(file, file)));
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
    void documentThatInflatesWithoutEndIsRefused() {
        byte[] bomb = Deflated.deflate(new byte[2_000_000]);

        assertThat(bomb.length).isLessThan(3_000);
        assertUnreadable(Reason.DAMAGED, () -> Deflated.inflate(bomb, 1_000_000));
    }

    @Test
    void documentThatIsNotDeflatedIsRefused() {
        assertUnreadable(Reason.DAMAGED, () -> Deflated.inflate(DOCUMENT.toBytes(), 100));
        assertUnreadable(Reason.DAMAGED, () -> Deflated.inflate(new byte[0], 100));
        byte[] whole = Deflated.deflate(DOCUMENT.toBytes());
        assertUnreadable(Reason.DAMAGED, () -> Deflated.inflate(Arrays.copyOf(whole, whole.length - 5), 100));
    }

    @Test
    void keyIsNotShown() {
        assertThat(created.key().toString()).isEqualTo("WorkspaceKey[redacted]");
    }

    private byte[] withLines(String lines) {
        String text = new String(created.header().toBytes(), ISO_8859_1);
        return checked(text.substring(0, text.indexOf("check ")) + lines);
    }

    private static byte[] checked(String head) {
        CRC32 crc = new CRC32();
        crc.update(head.getBytes(ISO_8859_1));
        return (head + String.format("check %08x\n\n", crc.getValue())).getBytes(ISO_8859_1);
    }

    private static SealedFormat format(String machine) {
        AesGcm cipher = new AesGcm(new SecureRandom());
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        return new SealedFormat(
                new KeyRing(List.of(new MachineSlots(() -> MachineId.of(machine))), cipher, clock), cipher);
    }

    private static SealedFormat knowing(String passphrase) {
        AesGcm cipher = new AesGcm(new SecureRandom());
        PassphraseSlots slots = new PassphraseSlots(slot -> Secret.of(passphrase), Argon2Cost.DEFAULT);
        return new SealedFormat(new KeyRing(List.of(slots), cipher, Clock.systemUTC()), cipher);
    }

    /** Returns why bytes can't be opened, null if they can. */
    private @Nullable Reason reasonWhyNot(byte[] bytes) {
        try {
            format.open(bytes);
            return null;
        } catch (UnreadableException e) {
            return e.reason();
        }
    }

    private static void assertUnreadable(Reason reason, ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}

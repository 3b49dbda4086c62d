package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.UnreadableException.Reason;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFormatTest {

    private static final byte[] DOCUMENT = "{\"a\":\"document\"}".getBytes(UTF_8);

    private final SealedFormat format = format("this machine");
    private final OpenedFile created = format.create();
    private final byte[] file = format.seal(created.header(), created.key(), DOCUMENT);

    @Test
    void opensWhatItSealed() throws Exception {
        OpenedFile opened = format.open(file);

        assertThat(opened.document()).isEqualTo(DOCUMENT);
        assertThat(opened.key().bytes()).isEqualTo(created.key().bytes());
        assertThat(opened.header().toBytes()).isEqualTo(created.header().toBytes());
    }

    @Test
    void headerIsText() {
        assertThat(new String(file, ISO_8859_1))
                .matches("(?s)LEAPP-SEALED 1\nslot machine salt=\\S+ key=\\S+\ncheck [0-9a-f]{8}\n\n.+")
                .doesNotContain("document");
    }

    @Test
    void keyAndSlotsStayAndTheNonceDoesNot() throws Exception {
        OpenedFile opened = format.open(file);
        byte[] again = format.seal(opened.header(), opened.key(), DOCUMENT);
        int header = opened.header().toBytes().length;

        assertThat(Arrays.copyOf(again, header)).isEqualTo(Arrays.copyOf(file, header));
        assertThat(Arrays.copyOfRange(again, header, header + 12))
                .isNotEqualTo(Arrays.copyOfRange(file, header, header + 12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x20, 0x80, 0xff})
    void everyChangedByteIsReportedAsWhatItIs(int bits) {
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= (byte) bits;
            boolean versionDigit = i == "LEAPP-SEALED ".length();
            assertThatThrownBy(() -> format.open(changed))
                    .as("byte %d", i)
                    .isInstanceOfSatisfying(
                            UnreadableException.class,
                            e -> assertThat(e.reason())
                                    .isIn(Reason.DAMAGED, versionDigit ? Reason.NEWER_VERSION : Reason.DAMAGED));
        }
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
        assertUnreadable(Reason.DAMAGED, () -> format.open(Bytes.concat(file, new byte[1])));
    }

    @Test
    void otherMachineIsToldApartFromDamage() {
        assertUnreadable(Reason.OTHER_KEY, () -> format("another machine").open(file));
    }

    @Test
    void fileWithoutAMachineSlotIsToldApartFromDamage() {
        SealedHeader header = SealedHeader.of(KeySlot.of("passphrase", new byte[16], new byte[60]));

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

    @Test
    void fileOfTheDesktopAppIsRecognised() {
        String desktop = "U2FsdGVkX18BAgMEBQYHCK2/7Opv03VRHIv91uBtAn+HG2Odgo7dPBW9UnRX+Cv9";

        assertUnreadable(Reason.DESKTOP_APP, () -> format.open(desktop.getBytes(ISO_8859_1)));
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
        String unknown = "slot passphrase salt=AAAA key=BBBB argon2id=65536,3,1\nfuture line\n";
        byte[] extended = withLines(unknown);

        SealedHeader header = SealedHeader.parse(extended).withSecretStore(Optional.of("keychain"));

        assertThat(new String(header.toBytes(), ISO_8859_1)).contains(unknown).contains("\nsecret-store keychain\n");
        assertThat(header.slots()).extracting(KeySlot::kind).containsExactly("machine", "passphrase");
        assertThat(format.open(format.seal(header, created.key(), DOCUMENT)).document())
                .isEqualTo(DOCUMENT);
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
        assertUnreadable(Reason.DAMAGED, () -> Deflated.inflate(DOCUMENT, 100));
        assertUnreadable(Reason.DAMAGED, () -> Deflated.inflate(new byte[0], 100));
        byte[] whole = Deflated.deflate(DOCUMENT);
        assertUnreadable(Reason.DAMAGED, () -> Deflated.inflate(Arrays.copyOf(whole, whole.length - 5), 100));
    }

    @Test
    void keyIsNotShown() {
        assertThat(created.key().toString()).isEqualTo("WorkspaceKey[redacted]");
    }

    private byte[] withLines(String lines) {
        String text = new String(created.header().toBytes(), ISO_8859_1);
        String head = text.substring(0, text.indexOf("check ")) + lines;
        CRC32 crc = new CRC32();
        crc.update(head.getBytes(ISO_8859_1));
        return (head + String.format("check %08x\n\n", crc.getValue())).getBytes(ISO_8859_1);
    }

    private static SealedFormat format(String machine) {
        AesGcm cipher = new AesGcm(new SecureRandom());
        return new SealedFormat(new MachineSlot(() -> MachineId.of(machine), cipher), cipher);
    }

    private static void assertUnreadable(Reason reason, ThrowingCallable open) {
        assertThatThrownBy(open)
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}

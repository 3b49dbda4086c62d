package dev.leapp.core.internal.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.workspace.UnreadableException.Reason;
import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.PassphraseSlots;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each byte of a sealed file gets each other value, and the file is cut off everywhere. */
@Timeout(60)
class SealedFormatDamageTest {

    private final SealedFormat format = SealedFormatTest.format("this machine");
    private final SealedWorkspace created = format.create(
            "machine", WorkspaceDocument.of(Definitions.none()).with(Definitions.none(), 1, "a document"));
    private final byte[] file = created.bytes();

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
                byte[] forged = Bytes.concat(SealedFormatTest.checked(new String(changed, ISO_8859_1)), body);
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
            SealedFormatTest.assertUnreadable(Reason.DAMAGED, () -> format.open(shorter));
        }
    }

    @Test
    void addedBytesAreReported() {
        for (int added = 0; added < 256; added++) {
            byte[] longer = Bytes.concat(file, new byte[] {(byte) added});
            SealedFormatTest.assertUnreadable(Reason.DAMAGED, () -> format.open(longer));
        }
        SealedFormatTest.assertUnreadable(Reason.DAMAGED, () -> format.open(Bytes.concat(file, file)));
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
}

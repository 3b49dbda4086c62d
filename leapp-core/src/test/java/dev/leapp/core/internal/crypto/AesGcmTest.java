package dev.leapp.core.internal.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AesGcmTest {

    private static final byte[] PLAIN = "a workspace".getBytes(UTF_8);
    private static final byte[] HEADER = "header".getBytes(UTF_8);

    private final AesGcm aes = new AesGcm(new SecureRandom());
    private final byte[] key = aes.newKey();

    @Test
    void opensWhatItSealed() throws Exception {
        assertThat(AesGcm.open(key, aes.seal(key, PLAIN, HEADER), HEADER)).isEqualTo(PLAIN);
    }

    @Test
    void opensAKnownVector() throws Exception {
        // Test case 16 of McGrew and Viega's GCM specification (AES-256, 96-bit nonce, associated data).
        HexFormat hex = HexFormat.of();
        byte[] vectorKey = hex.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] sealed = hex.parseHex("cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");
        byte[] associated = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

        assertThat(hex.formatHex(AesGcm.open(vectorKey, sealed, associated)))
                .startsWith("d9313225f88406e5a55909c5aff5269a");
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] sealed = aes.seal(key, PLAIN, HEADER);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> AesGcm.open(key, changed, HEADER))
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        byte[] sealed = aes.seal(key, PLAIN, HEADER);
        for (int length = 0; length < sealed.length; length++) {
            byte[] shorter = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> AesGcm.open(key, shorter, HEADER))
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    @Test
    void otherAssociatedDataIsNoticed() {
        byte[] sealed = aes.seal(key, PLAIN, HEADER);

        assertThatThrownBy(() -> AesGcm.open(key, sealed, "other".getBytes(UTF_8)))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void sealingTwiceGivesDifferentBytes() {
        assertThat(aes.seal(key, PLAIN, HEADER)).isNotEqualTo(aes.seal(key, PLAIN, HEADER));
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> aes.seal(new byte[16], PLAIN, HEADER)).isInstanceOf(IllegalArgumentException.class);
    }
}

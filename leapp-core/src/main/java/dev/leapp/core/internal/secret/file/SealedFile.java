package dev.leapp.core.internal.secret.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of the file: a clear header of two lines and an empty one, then the sealed secrets.
 *
 * <pre>
 * leapp-secrets 1
 * argon2id MEMORY-KIB PASSES LANES SALT WRAPPED-KEY      or      key-file SALT WRAPPED-KEY
 *
 * (nonce, cipher text and tag of AES-256-GCM, the header's exact bytes as associated data)
 * </pre>
 */
final class SealedFile {

    private static final String MAGIC = "leapp-secrets ";
    private static final String VERSION = "1";
    private static final Pattern HEADER = Pattern.compile(MAGIC + "([0-9]{1,9})\n([^\n]*)\n\n");
    private static final int MOST_HEADER_BYTES = 1024;

    private final KeySlot slot;
    private final byte[] sealed;

    SealedFile(KeySlot slot, byte[] sealed) {
        this.slot = slot;
        this.sealed = sealed;
    }

    /** Reads strictly: whatever is not exactly this format is damaged, and so never overwritten. */
    static SealedFile parse(Path file, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, MOST_HEADER_BYTES), StandardCharsets.ISO_8859_1);
        Matcher header = HEADER.matcher(start);
        if (!header.lookingAt()) {
            throw FileTroubles.damaged(file, "it does not begin as it should");
        }
        if (!header.group(1).equals(VERSION)) {
            throw FileTroubles.newer(file, header.group(1));
        }
        KeySlot slot = KeySlot.parse(header.group(2))
                .orElseThrow(() -> FileTroubles.damaged(file, "its second line does not say how it is locked"));
        return new SealedFile(slot, Arrays.copyOfRange(bytes, header.end(), bytes.length));
    }

    KeySlot slot() {
        return slot;
    }

    byte[] sealed() {
        return sealed;
    }

    byte[] toBytes() {
        byte[] header = header(slot);
        byte[] bytes = Arrays.copyOf(header, header.length + sealed.length);
        System.arraycopy(sealed, 0, bytes, header.length, sealed.length);
        return bytes;
    }

    static byte[] header(KeySlot slot) {
        return (MAGIC + VERSION + "\n" + slot.line() + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] bindingOf(KeySlot slot) {
        return (MAGIC + VERSION + "\n" + slot.binding()).getBytes(StandardCharsets.US_ASCII);
    }
}

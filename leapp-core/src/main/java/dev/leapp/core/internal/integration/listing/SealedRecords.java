package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Records of a file, each behind its length, sealed and bound to the file and to its place in it. Wipes its key when it is closed. */
final class SealedRecords implements AutoCloseable {

    private static final int LONGEST = 1 << 24;

    private final AesGcm cipher;
    private final byte[] key;
    private final String binding;

    /**
     * Creates records.
     *
     * @param key the key, this one's from now on
     * @param binding what the file is for
     */
    SealedRecords(AesGcm cipher, byte[] key, String binding) {
        this.cipher = cipher;
        this.key = key;
        this.binding = binding;
    }

    /** Returns a record as it stands in the file. */
    ByteBuffer seal(int place, byte[] plain) {
        byte[] sealed = cipher.seal(key, plain, boundTo(place));
        return ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(sealed.length)
                .put(sealed)
                .flip();
    }

    /** Returns the next record; empty at the end, and where it is torn or not ours. */
    Optional<byte[]> open(InputStream in, int place) throws IOException {
        byte[] length = in.readNBytes(Integer.BYTES);
        int bytes = length.length < Integer.BYTES ? -1 : ByteBuffer.wrap(length).getInt();
        if (bytes < 0 || bytes > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(AesGcm.open(key, in.readNBytes(bytes), boundTo(place)));
        } catch (AuthenticationFailedException e) {
            return Optional.empty();
        }
    }

    /** Returns how many bytes a record takes in the file. */
    static long length(byte[] plain) {
        return (long) Integer.BYTES + AesGcm.OVERHEAD_BYTES + plain.length;
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    private byte[] boundTo(int place) {
        return (place + "\n" + binding).getBytes(StandardCharsets.UTF_8);
    }
}

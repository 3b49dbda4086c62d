package dev.leapp.core.internal.transfer.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Deflates documents, and inflates them up to a bound, so that a small file can't ask for all of the memory. */
final class Deflated {

    /** No document is larger: a hundred thousand sessions are. */
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private Deflated() {}

    static byte[] deflate(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    static byte[] inflate(Path file, byte[] deflated) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            byte[] plain = in.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw BundleTroubles.damaged(file, "its document is larger than any workspace");
            }
            return plain;
        } catch (IOException e) {
            throw BundleTroubles.damaged(file, "its document is not deflated");
        }
    }
}

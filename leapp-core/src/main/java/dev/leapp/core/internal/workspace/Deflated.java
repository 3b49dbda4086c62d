package dev.leapp.core.internal.workspace;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflates documents, and inflates them up to a bound, so that a small file can't ask for all of the memory. */
final class Deflated {

    /** No document is larger: a hundred thousand sessions are. */
    static final int MAX_BYTES = 128 * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    /** A quarter less work than the default level, for one percent more bytes. */
    private static final int LEVEL = 4;

    private Deflated() {}

    static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static byte[] inflate(byte[] deflated, int maxBytes) throws UnreadableException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 && !inflater.finished()) {
                    throw UnreadableException.damaged("its document ends too early");
                }
                out.write(chunk, 0, length);
                requireAtMost(maxBytes, out.size());
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw UnreadableException.damaged("its document is not deflated");
        } finally {
            inflater.end();
        }
    }

    private static void requireAtMost(int maxBytes, int size) throws UnreadableException {
        if (size > maxBytes) {
            throw UnreadableException.damaged("its document is larger than any workspace");
        }
    }
}

package dev.leapp.core.internal.crypto;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflates documents, and inflates them up to a bound, so that a small file can't ask for all of the memory. */
public final class Deflated {

    /** No document is larger: a hundred thousand sessions are. */
    public static final int MAX_BYTES = 128 * 1024 * 1024;

    private static final int CHUNK = 64 * 1024;

    /** A quarter less work than the default level, for one percent more bytes. */
    private static final int LEVEL = 4;

    private Deflated() {}

    public static byte[] deflate(byte[] plain) {
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

    /**
     * Inflates a document.
     *
     * @throws DataFormatException saying what is wrong with it, in words that follow "its document"
     */
    public static byte[] inflate(byte[] deflated, int maxBytes) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            return inflated(inflater, maxBytes);
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(Inflater inflater, int maxBytes) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (!inflater.finished()) {
            int length = next(inflater, chunk);
            out.write(chunk, 0, length);
            if (out.size() > maxBytes) {
                throw new DataFormatException("is larger than any workspace");
            }
        }
        return out.toByteArray();
    }

    private static int next(Inflater inflater, byte[] chunk) throws DataFormatException {
        int length;
        try {
            length = inflater.inflate(chunk);
        } catch (DataFormatException e) {
            throw (DataFormatException) new DataFormatException("is not deflated").initCause(e);
        }
        if (length == 0 && !inflater.finished()) {
            throw new DataFormatException("ends too early");
        }
        return length;
    }
}

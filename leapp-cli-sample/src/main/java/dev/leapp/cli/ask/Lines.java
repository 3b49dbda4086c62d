package dev.leapp.cli.ask;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads lines of standard input, never further than the end of the line. The reading happens on another thread, because a thread
 * that reads a terminal can't be interrupted.
 */
final class Lines {

    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final Charset charset;

    Lines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /** Returns the next line without its end, or empty at the end of the input. */
    Optional<char[]> next() {
        FutureTask<Optional<char[]>> reading = new FutureTask<>(this::read);
        Thread reader = new Thread(reading, "leapp-input");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LeappException(CoreErrorCode.CANCELLED, "Cancelled", null, interrupted);
        } catch (ExecutionException failed) {
            throw new LeappException(CoreErrorCode.CANCELLED, "Standard input can't be read", null, failed.getCause());
        }
    }

    private Optional<char[]> read() throws IOException {
        WipingBuffer bytes = new WipingBuffer();
        try {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            while (next >= 0 && next != '\n' && bytes.size() < LONGEST) {
                bytes.write(next);
                next = in.read();
            }
            return Optional.of(bytes.withoutCarriageReturn(charset));
        } finally {
            bytes.wipe();
        }
    }

    private static final class WipingBuffer extends ByteArrayOutputStream {

        char[] withoutCarriageReturn(Charset charset) {
            int length = count > 0 && buf[count - 1] == '\r' ? count - 1 : count;
            var decoded = charset.decode(java.nio.ByteBuffer.wrap(buf, 0, length));
            char[] chars = new char[decoded.remaining()];
            decoded.get(chars);
            return chars;
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}

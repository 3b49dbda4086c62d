package dev.leapp.cli.io;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers why writing failed, which a {@link java.io.PrintStream} forgets. */
public final class WatchedStream extends OutputStream {

    private final OutputStream target;
    private @Nullable IOException failure;

    /**
     * Watches a stream.
     *
     * @param target where the bytes go
     */
    public WatchedStream(OutputStream target) {
        this.target = target;
    }

    /**
     * Returns why output was lost. A reader that closed its end, as {@code head} does, has what it wanted: that is no failure.
     *
     * @return the first failure, empty if there was none
     */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure).filter(error -> !isClosedPipe(error));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
        } catch (IOException error) {
            failure = failure == null ? error : failure;
            throw error;
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    private static boolean isClosedPipe(IOException error) {
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed");
    }
}

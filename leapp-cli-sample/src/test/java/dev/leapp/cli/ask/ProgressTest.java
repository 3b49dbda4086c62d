package dev.leapp.cli.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.io.Io;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();

    @Test
    void showsOneLineOnATerminalAndTakesItAway() throws InterruptedException {
        try (Progress progress = new Progress(io(true))) {
            progress.show("asking AWS");

            assertThat(next()).startsWith("\r\033[K").endsWith(" asking AWS");
            progress.clear();
        }
        assertThat(shown).isNotEmpty().last().isEqualTo("\r\033[K");
    }

    @Test
    void cutsALineThatWouldWrap() throws InterruptedException {
        try (Progress progress = new Progress(io(true))) {
            progress.show("x".repeat(100));

            assertThat(next()).hasSize("\r\033[K".length() + 39);
        }
    }

    @Test
    void showsNothingOfWhatIsOverAtOnce() {
        try (Progress progress = new Progress(io(true))) {
            progress.show("quick");
        }

        assertThat(shown).isEmpty();
    }

    @Test
    void showsNothingWithoutATerminal() {
        try (Progress progress = new Progress(io(false))) {
            progress.show("asking AWS");
            progress.clear();
        }

        assertThat(shown).isEmpty();
    }

    private @Nullable String next() throws InterruptedException {
        return shown.poll(20, TimeUnit.SECONDS);
    }

    private Io io(boolean terminal) {
        OutputStream each = new OutputStream() {
            @Override
            public void write(int value) {
                shown.add(String.valueOf((char) value));
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                shown.add(new String(bytes, offset, length, UTF_8));
            }
        };
        PrintStream err = new PrintStream(each, false, UTF_8);
        Io.Tty tty = new Io.Tty(terminal, terminal, terminal);
        return new Io(
                InputStream.nullInputStream(), err, err, Map.of(), Path.of("/"), tty, UTF_8, () -> 40, () -> () -> {});
    }
}

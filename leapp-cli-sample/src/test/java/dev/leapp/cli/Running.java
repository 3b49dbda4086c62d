package dev.leapp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntBiFunction;

/** A command that goes on until it is interrupted, on a thread of its own, as Ctrl-C does it in a process. */
public final class Running implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Written out = new Written();
    private final Written err = new Written();
    private final Thread thread;
    private volatile int code = -1;

    Running(ToIntBiFunction<OutputStream, OutputStream> command) {
        thread = new Thread(() -> code = command.applyAsInt(out, err), "running-command");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until standard output has a whole line with that text, and returns all that was written. */
    public String awaitOut(String text) throws InterruptedException {
        return out.await(text, this);
    }

    /** Waits until standard error has a whole line with that text, and returns all that was written. */
    public String awaitErr(String text) throws InterruptedException {
        return err.await(text, this);
    }

    /** Interrupts it, and returns its exit code. */
    public int end() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return code;
    }

    @Override
    public void close() {
        end();
    }

    private static final class Written extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            bytes.write(b);
            if (b == '\n') {
                notifyAll();
            }
        }

        private synchronized String await(String text, Running command) throws InterruptedException {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!hasLineWith(text)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || !command.thread.isAlive()) {
                    throw new AssertionError("no line with '" + text + "', but: " + bytes.toString(UTF_8)
                            + (this == command.out ? "; error: " + command.err.bytes.toString(UTF_8) : ""));
                }
                wait(Math.min(left, 100));
            }
            return bytes.toString(UTF_8);
        }

        private boolean hasLineWith(String text) {
            String all = bytes.toString(UTF_8);
            return all.substring(0, all.lastIndexOf('\n') + 1).contains(text);
        }
    }
}

package dev.leapp.cli.ask;

import dev.leapp.cli.io.Io;
import dev.leapp.cli.output.TextWidth;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One line on a terminal that moves while something takes long, and is gone afterwards. Thread-safe. */
public final class Progress implements AutoCloseable {

    private static final String[] FRAMES = {"|", "/", "-", "\\"};
    private static final int DELAY_MILLIS = 400;
    private static final int FRAME_MILLIS = 150;

    private final Io io;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> ticking;
    private String message = "";
    private int frame;
    private boolean shown;

    /**
     * Shows progress if standard error is a terminal.
     *
     * @param io where to
     */
    public Progress(Io io) {
        this.io = io;
    }

    /** Shows a message from a moment later on, unless it is cleared before. */
    public synchronized void show(String what) {
        if (!io.tty().err()) {
            return;
        }
        message = TextWidth.printable(what);
        if (ticking == null) {
            if (timer == null) {
                timer = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
            }
            ticking = timer.scheduleAtFixedRate(this::tick, DELAY_MILLIS, FRAME_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Takes the line away; to be called before anything else is written. */
    public synchronized void clear() {
        if (ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
        if (shown) {
            io.err().print("\r\033[K");
            io.err().flush();
            shown = false;
        }
    }

    @Override
    public synchronized void close() {
        clear();
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    private synchronized void tick() {
        if (ticking == null) {
            return;
        }
        shown = true;
        String line = FRAMES[frame++ % FRAMES.length] + " " + message;
        int room = Math.max(20, io.width().getAsInt() - 1);
        io.err().print("\r\033[K" + (line.length() > room ? line.substring(0, room) : line));
        io.err().flush();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-progress");
        thread.setDaemon(true);
        return thread;
    }
}

package dev.leapp.cli.process;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged in this process, from every logger, at every level. */
final class FinestLog extends Handler implements AutoCloseable {

    private final StringBuilder lines = new StringBuilder();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();

    private FinestLog() {
        super();
    }

    static FinestLog start() {
        FinestLog log = new FinestLog();
        log.setLevel(Level.ALL);
        log.root.setLevel(Level.ALL);
        log.root.addHandler(log);
        return log;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        lines.append(record.getLoggerName())
                .append(' ')
                .append(formatter.formatMessage(record))
                .append('\n');
        lines.append(Arrays.toString(record.getParameters())).append('\n');
        if (record.getThrown() != null) {
            lines.append(trace(record.getThrown()));
        }
    }

    /** Returns all that an exception tells: messages, causes and what was suppressed. */
    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    synchronized String text() {
        return lines.toString();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}

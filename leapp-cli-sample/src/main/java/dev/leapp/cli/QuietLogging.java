package dev.leapp.cli;

import java.io.PrintStream;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps libraries from logging unless asked. {@link java.util.logging.LogManager} makes one in place of reading its file. */
public final class QuietLogging {

    /** Configures no handler at all. */
    public QuietLogging() {}

    /** Lets the JDK's logging start silent, if it starts at all. */
    static void install() {
        System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
    }

    /**
     * Writes what Leapp logs from {@link Level#FINE} on, and the rest from {@link Level#INFO} on.
     *
     * @param err where to
     * @param redaction takes secrets out, should one be there
     * @return ends it
     */
    static Runnable loud(PrintStream err, UnaryOperator<String> redaction) {
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("dev.leapp");
        Handler handler = new StreamHandler(err, redaction);
        root.addHandler(handler);
        ours.setLevel(Level.FINE);
        return () -> {
            root.removeHandler(handler);
            ours.setLevel(null);
        };
    }

    private static final class StreamHandler extends Handler {

        private final PrintStream err;
        private final UnaryOperator<String> redaction;

        StreamHandler(PrintStream err, UnaryOperator<String> redaction) {
            this.err = err;
            this.redaction = redaction;
            setLevel(Level.FINE);
        }

        @Override
        public void publish(LogRecord record) {
            String message = new SimpleFormatter().formatMessage(record);
            err.println(redaction.apply(record.getLevel() + " " + record.getLoggerName() + ": " + message));
            if (record.getThrown() != null) {
                java.io.StringWriter trace = new java.io.StringWriter();
                record.getThrown().printStackTrace(new java.io.PrintWriter(trace));
                err.print(redaction.apply(trace.toString()));
            }
        }

        @Override
        public void flush() {
            err.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}

package dev.leapp.cli.io;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Everything that a command sees of the process it runs in; made once.
 *
 * @param in standard input
 * @param out standard output: results and nothing else
 * @param err standard error: questions, notes, progress and errors
 * @param environment the environment variables
 * @param userHome the user's home directory
 * @param tty which of the three are a terminal
 * @param charset what standard output, and input from a terminal, is encoded in
 * @param width the columns of the terminal, found out when asked
 * @param height the lines of the terminal, found out when asked
 * @param echo switches off the terminal's echo
 * @param keyboard reads the terminal key by key
 */
public record Io(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path userHome,
        Tty tty,
        Charset charset,
        IntSupplier width,
        IntSupplier height,
        Echo echo,
        Keyboard keyboard) {

    private static final int USUAL_HEIGHT = 24;

    /**
     * Which streams are a terminal.
     *
     * @param in whether standard input is one
     * @param out whether standard output is one
     * @param err whether standard error is one
     */
    public record Tty(boolean in, boolean out, boolean err) {

        /** No terminal anywhere. */
        public static final Tty NONE = new Tty(false, false, false);
    }

    /** Copies the environment. */
    public Io {
        environment = Map.copyOf(environment);
    }

    /** The same with a terminal of the usual height and without a keyboard: lines only. */
    public Io(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path userHome,
            Tty tty,
            Charset charset,
            IntSupplier width,
            Echo echo) {
        this(in, out, err, environment, userHome, tty, charset, width, () -> USUAL_HEIGHT, echo, Optional::empty);
    }

    /** Tells whether somebody can be asked: questions go to standard error, answers come from standard input. */
    public boolean canAsk() {
        return tty.in() && tty.err();
    }

    /** Tells whether standard output can show more than ASCII. */
    public boolean unicode() {
        return charset.newEncoder().canEncode('…');
    }

    /** Tells whether colours are wanted on standard output. */
    public boolean colours() {
        return tty.out() && coloursAllowed();
    }

    /** Tells whether colours are wanted on standard error. */
    public boolean coloursOnErr() {
        return tty.err() && coloursAllowed();
    }

    /** Returns how many columns a line on standard error has, as many as there are numbers if it is no terminal. */
    public int roomOnErr() {
        return tty.err() ? width.getAsInt() : Integer.MAX_VALUE;
    }

    private boolean coloursAllowed() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.getOrDefault("TERM", ""));
    }
}

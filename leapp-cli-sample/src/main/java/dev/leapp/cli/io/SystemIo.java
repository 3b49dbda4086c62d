package dev.leapp.cli.io;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Makes the {@link Io} of the real process. */
public final class SystemIo {

    private SystemIo() {}

    /**
     * Takes the process's own streams.
     *
     * @param environment its environment variables
     * @param userHome its user's home directory
     * @param out learns what goes wrong on standard output
     */
    public static Io of(Map<String, String> environment, Path userHome, WatchedStream out) {
        Io.Tty tty = new Io.Tty(isTerminal(0), isTerminal(1), isTerminal(2));
        NativeTerminal terminal = new NativeTerminal(environment);
        InputStream in = new FileInputStream(FileDescriptor.in);
        return new Io(
                in,
                new PrintStream(out, false, charset(tty.out())),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset(tty.err())),
                environment,
                userHome,
                tty,
                charset(tty.out()),
                terminal::width,
                terminal::height,
                terminal::hide,
                () -> terminal.keys(in));
    }

    /** A terminal gets what it understands, everything else UTF-8. */
    private static Charset charset(boolean terminal) {
        try {
            return terminal ? Charset.forName(System.getProperty("native.encoding", "UTF-8")) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return !Files.isDirectory(Path.of("/proc/self/fd")) && NativeTerminal.isTerminal(descriptor);
        }
    }
}

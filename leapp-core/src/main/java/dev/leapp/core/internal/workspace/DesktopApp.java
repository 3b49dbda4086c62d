package dev.leapp.core.internal.workspace;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The original desktop app, as far as it concerns the workspace file: while it runs, it writes the file from its memory and takes no
 * lock.
 */
public final class DesktopApp {

    private static final String SOCKET = "/tmp/app.leapp_da";
    private static final String PIPE = "\\\\.\\pipe\\tmp-app.leapp_da";

    private interface Attempt {
        boolean succeeds() throws IOException;
    }

    private final Attempt attempt;

    private DesktopApp(Attempt attempt) {
        this.attempt = attempt;
    }

    /**
     * Returns the desktop app of whoever owns a workspace.
     *
     * @param osName the name of the operating system
     * @param directory the directory of the workspace
     */
    public static DesktopApp of(String osName, Path directory) {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows")
                ? new DesktopApp(() -> opens(PIPE))
                : new DesktopApp(Path.of(SOCKET), directory);
    }

    /** Returns the desktop app that listens on a socket, if that belongs to whom the directory belongs to. */
    DesktopApp(Path socket, Path directory) {
        this(() -> !isAnothers(socket, directory) && answers(socket));
    }

    /** Tells whether somebody listens where the desktop app does. Sends nothing, waits for nothing, and never throws. */
    public boolean isRunning() {
        try {
            return attempt.succeeds();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean answers(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            // Missing or forbidden; or else somebody listens, but is too busy to take one more connection.
            return Files.isWritable(socket);
        }
    }

    private static boolean isAnothers(Path socket, Path directory) throws IOException {
        return Files.exists(directory) && !Files.getOwner(socket).equals(Files.getOwner(directory));
    }

    private static boolean opens(String pipe) throws IOException {
        new FileInputStream(pipe).close();
        return true;
    }
}

package dev.leapp.cli.io;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The real terminal, through JLine; touched only when something is needed of it. */
final class NativeTerminal {

    private static final int USUAL_WIDTH = 80;

    private final Map<String, String> environment;

    NativeTerminal(Map<String, String> environment) {
        this.environment = environment;
    }

    static boolean isTerminal(int descriptor) {
        try {
            return TerminalProvider.load("jni").isSystemStream(stream(descriptor));
        } catch (IOException | LinkageError | RuntimeException none) {
            return false;
        }
    }

    private static SystemStream stream(int descriptor) {
        return List.of(SystemStream.Input, SystemStream.Output, SystemStream.Error)
                .get(descriptor);
    }

    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (columns.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(columns);
        }
        try {
            int width = TerminalProvider.load("jni").systemStreamWidth(SystemStream.Output);
            return width > 0 ? width : USUAL_WIDTH;
        } catch (IOException | LinkageError | RuntimeException none) {
            return USUAL_WIDTH;
        }
    }

    /** Only sets the terminal's attributes: a JLine terminal would read ahead of us. */
    Echo.Hidden hide() {
        try {
            Pty pty = new JniTerminalProvider().current(SystemStream.Error);
            Attributes before = pty.getAttr();
            Thread atExit = new Thread(() -> set(pty, before), "leapp-echo");
            Runtime.getRuntime().addShutdownHook(atExit);
            Attributes silent = new Attributes(before);
            silent.setLocalFlag(Attributes.LocalFlag.ECHO, false);
            set(pty, silent);
            return () -> show(pty, before, atExit);
        } catch (IOException | LinkageError | UnsupportedOperationException none) {
            throw new LeappException(
                    CoreErrorCode.LOGIN_NEEDED,
                    "This terminal can't hide what is typed",
                    "give the secret by its -stdin or -env flag",
                    none);
        }
    }

    private static void show(Pty pty, Attributes before, Thread atExit) {
        set(pty, before);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // Then the hook sets the same once more.
        }
    }

    private static void set(Pty pty, Attributes attributes) {
        try {
            pty.setAttr(attributes);
        } catch (IOException error) {
            throw new UncheckedIOException("The terminal can't be set", error);
        }
    }
}

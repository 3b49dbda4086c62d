package dev.leapp.cli.io;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jline.terminal.Attributes;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The real terminal, through JLine; touched only when something is needed of it. */
final class NativeTerminal {

    private static final int USUAL_WIDTH = 80;
    private static final int USUAL_HEIGHT = 24;

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

    int height() {
        try {
            int height = new JniTerminalProvider()
                    .current(SystemStream.Error)
                    .getSize()
                    .getRows();
            return height > 0 ? height : USUAL_HEIGHT;
        } catch (IOException | LinkageError | RuntimeException none) {
            return USUAL_HEIGHT;
        }
    }

    /** Only sets the terminal's attributes: a JLine terminal would read ahead of us. */
    Echo.Hidden hide() {
        try {
            Pty pty = new JniTerminalProvider().current(SystemStream.Error);
            Attributes silent = new Attributes(pty.getAttr());
            silent.setLocalFlag(Attributes.LocalFlag.ECHO, false);
            return change(pty, silent)::run;
        } catch (IOException | LinkageError | UnsupportedOperationException none) {
            throw new LeappException(
                    CoreErrorCode.LOGIN_NEEDED,
                    "This terminal can't hide what is typed",
                    "give the secret by its -stdin or -env flag",
                    none);
        }
    }

    /** Reads key by key, unless the terminal can't move its cursor or its attributes can't be set. */
    Optional<Keyboard.Keys> keys(InputStream in) {
        if (Set.of("", "dumb").contains(environment.getOrDefault("TERM", ""))) {
            return Optional.empty();
        }
        try {
            Pty pty = new JniTerminalProvider().current(SystemStream.Error);
            return Optional.of(new RawKeys(pty, in, change(pty, RawKeys.raw(pty.getAttr()))));
        } catch (IOException | LinkageError | RuntimeException none) {
            return Optional.empty();
        }
    }

    /** Changes the terminal's attributes, and returns what changes them back, which also happens if the process ends before. */
    private static Runnable change(Pty pty, Attributes changed) throws IOException {
        Attributes before = pty.getAttr();
        Thread atExit = new Thread(() -> set(pty, before), "leapp-terminal");
        Runtime.getRuntime().addShutdownHook(atExit);
        set(pty, changed);
        return () -> restore(pty, before, atExit);
    }

    private static void restore(Pty pty, Attributes before, Thread atExit) {
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

package dev.leapp.cli.io;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The real terminal, through JLine; touched only when something is needed of it. */
final class NativeTerminal {

    private static final List<SystemStream> STREAMS =
            List.of(SystemStream.Input, SystemStream.Output, SystemStream.Error);
    private static final int USUAL_WIDTH = 80;

    private final Map<String, String> environment;

    NativeTerminal(Map<String, String> environment) {
        this.environment = environment;
    }

    static boolean isTerminal(int descriptor) {
        try {
            return TerminalProvider.load("jni").isSystemStream(STREAMS.get(descriptor));
        } catch (IOException | LinkageError | RuntimeException none) {
            return false;
        }
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

    Echo.Hidden hide() {
        try {
            Terminal terminal = open();
            Attributes before = terminal.getAttributes();
            Runnable restore = () -> terminal.setAttributes(before);
            Thread atExit = new Thread(restore, "leapp-echo");
            Runtime.getRuntime().addShutdownHook(atExit);
            terminal.echo(false);
            return () -> show(terminal, restore, atExit);
        } catch (IOException | LinkageError none) {
            throw new IllegalStateException("This terminal can't hide what is typed", none);
        }
    }

    private static void show(Terminal terminal, Runnable restore, Thread atExit) {
        restore.run();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
            terminal.close();
        } catch (IOException | IllegalStateException ending) {
            // The echo is on again; the terminal object goes with the process.
        }
    }

    private static Terminal open() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
                .dumb(false)
                .nativeSignals(false)
                .build();
    }
}

package dev.leapp.cli.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.spi.Pty;

/** The keys of the real terminal. Only its attributes are JLine's: a JLine terminal would read ahead of us. */
final class RawKeys implements Keyboard.Keys {

    private static final Keyboard.Size USUAL = new Keyboard.Size(80, 24);

    private final Pty pty;
    private final InputStream in;
    private final Runnable restore;

    RawKeys(Pty pty, InputStream in, Runnable restore) {
        this.pty = pty;
        this.in = in;
        this.restore = restore;
    }

    /** No lines, no echo, no signals; a read ends after a tenth of a second. */
    static Attributes raw(Attributes before) {
        Attributes raw = new Attributes(before);
        raw.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.ISIG, LocalFlag.IEXTEN), false);
        raw.setInputFlags(EnumSet.of(InputFlag.ICRNL, InputFlag.INLCR, InputFlag.IXON), false);
        raw.setControlChar(ControlChar.VMIN, 0);
        raw.setControlChar(ControlChar.VTIME, 1);
        return raw;
    }

    @Override
    public int read() {
        try {
            int next = in.read();
            return next >= 0 ? next : stillThere();
        } catch (IOException gone) {
            return END;
        }
    }

    /** The end of the input looks like a read that took too long, but then there are no attributes either. */
    private int stillThere() throws IOException {
        pty.getAttr();
        return NOTHING;
    }

    @Override
    public Keyboard.Size size() {
        try {
            Size size = pty.getSize();
            return size.getColumns() > 0 && size.getRows() > 0
                    ? new Keyboard.Size(size.getColumns(), size.getRows())
                    : USUAL;
        } catch (IOException gone) {
            return USUAL;
        }
    }

    @Override
    public void close() {
        restore.run();
    }
}

package dev.leapp.cli.io;

import java.util.Optional;

/** Reads a terminal key by key: what is typed comes at once and isn't shown. */
@FunctionalInterface
public interface Keyboard {

    /**
     * Begins to read.
     *
     * @return the keys, to be closed; empty where the terminal can't do that
     */
    Optional<Keys> open();

    /** What is typed, as bytes. While it is open, no key interrupts the process. */
    interface Keys extends AutoCloseable {

        /** Nothing was typed for a moment. */
        int NOTHING = -1;

        /** Nothing will be typed any more. */
        int END = -2;

        /** Returns the next byte, {@link #NOTHING} about a tenth of a second later, or {@link #END}. */
        int read();

        /** Returns how large the terminal is now. */
        Size size();

        /** Makes the terminal what it was. */
        @Override
        void close();
    }

    /**
     * How large a terminal is.
     *
     * @param columns its columns
     * @param rows its rows
     */
    record Size(int columns, int rows) {}
}

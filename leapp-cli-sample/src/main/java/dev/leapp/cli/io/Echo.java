package dev.leapp.cli.io;

/** Switches off the terminal's echo while a secret is typed. */
@FunctionalInterface
public interface Echo {

    /**
     * Switches it off.
     *
     * @return switches it on again when closed
     */
    Hidden hide();

    /** While this is open, nothing that is typed is shown. */
    interface Hidden extends AutoCloseable {
        @Override
        void close();
    }
}

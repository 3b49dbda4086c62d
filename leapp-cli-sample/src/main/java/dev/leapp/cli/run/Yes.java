package dev.leapp.cli.run;

import picocli.CommandLine.Option;

/** The flag of commands that ask before they go ahead. */
public final class Yes {

    @Option(names = "--yes", description = "Say yes to what would be asked first.")
    boolean given;

    /** Tells whether the user said yes beforehand. */
    public boolean given() {
        return given;
    }
}

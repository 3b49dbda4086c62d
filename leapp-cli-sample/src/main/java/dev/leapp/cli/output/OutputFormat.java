package dev.leapp.cli.output;

import java.util.Locale;

/** How results are written. */
public enum OutputFormat {
    /** Lined up for people. */
    TABLE,
    /** For programs: one array or object. */
    JSON,
    /** For spreadsheets: RFC 4180. */
    CSV;

    /** Returns the name as users type it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

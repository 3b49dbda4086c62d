package dev.leapp.core.workspace;

/**
 * How a workspace is exported. Immutable.
 *
 * @since 0.1
 */
public final class ExportOptions {

    private static final ExportOptions STANDARD = new ExportOptions(false, false);

    private final boolean secrets;
    private final boolean overwrite;

    private ExportOptions(boolean secrets, boolean overwrite) {
        this.secrets = secrets;
        this.overwrite = overwrite;
    }

    /**
     * Returns the standard: definitions only, and never over a file that is there.
     *
     * @return the standard options
     */
    public static ExportOptions standard() {
        return STANDARD;
    }

    /**
     * Takes the long-term secrets along, out of the secret store.
     *
     * @return new options
     */
    public ExportOptions withSecrets() {
        return new ExportOptions(true, overwrite);
    }

    /**
     * Replaces a file that is there.
     *
     * @return new options
     */
    public ExportOptions withOverwrite() {
        return new ExportOptions(secrets, true);
    }

    /**
     * Tells whether the long-term secrets go along.
     *
     * @return whether they do
     */
    public boolean secrets() {
        return secrets;
    }

    /**
     * Tells whether a file that is there is replaced.
     *
     * @return whether it is
     */
    public boolean overwrite() {
        return overwrite;
    }
}

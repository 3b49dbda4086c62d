package dev.leapp.core.workspace;

/**
 * How something is imported. Immutable.
 *
 * @since 0.1
 */
public final class ImportOptions {

    private static final ImportOptions STANDARD = new ImportOptions(ConflictPolicy.KEEP);

    private final ConflictPolicy onConflict;

    private ImportOptions(ConflictPolicy onConflict) {
        this.onConflict = onConflict;
    }

    /**
     * Returns the standard: what is there stays as it is.
     *
     * @return the standard options
     */
    public static ImportOptions standard() {
        return STANDARD;
    }

    /**
     * Chooses what happens to all conflicts of the import.
     *
     * @param policy the choice
     * @return new options
     */
    public ImportOptions onConflict(ConflictPolicy policy) {
        return new ImportOptions(policy);
    }

    /**
     * Returns what happens to conflicts.
     *
     * @return the choice
     */
    public ConflictPolicy onConflict() {
        return onConflict;
    }
}

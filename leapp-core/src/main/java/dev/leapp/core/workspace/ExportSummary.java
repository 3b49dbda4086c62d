package dev.leapp.core.workspace;

import java.util.List;

/**
 * What was exported. Immutable.
 *
 * @since 0.1
 */
public final class ExportSummary {

    private final int sessions;
    private final int secrets;
    private final List<String> remarks;

    /**
     * Tells of an export.
     *
     * @param sessions how many sessions were written
     * @param secrets how many secrets were written
     * @param remarks what the user should know, a line each
     */
    public ExportSummary(int sessions, int secrets, List<String> remarks) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Returns how many sessions were written.
     *
     * @return the number
     */
    public int sessions() {
        return sessions;
    }

    /**
     * Returns how many secrets were written.
     *
     * @return the number
     */
    public int secrets() {
        return secrets;
    }

    /**
     * Returns what the user should know, such as which secrets could not be found.
     *
     * @return an unmodifiable list of lines
     */
    public List<String> remarks() {
        return remarks;
    }
}

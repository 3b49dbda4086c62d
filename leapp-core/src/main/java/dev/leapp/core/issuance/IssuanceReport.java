package dev.leapp.core.issuance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking the issuance log. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class IssuanceReport {

    private final long entries;
    private final @Nullable Instant since;
    private final List<String> findings;
    private final List<String> remarks;

    /**
     * Makes a report.
     *
     * @param entries how many entries are there
     * @param since when the first of them was made, or null if there is none
     * @param findings what is wrong, a sentence for each, naming the entry
     * @param remarks what is worth knowing, but not wrong
     */
    public IssuanceReport(long entries, @Nullable Instant since, List<String> findings, List<String> remarks) {
        this.entries = entries;
        this.since = since;
        this.findings = List.copyOf(findings);
        this.remarks = List.copyOf(remarks);
    }

    /**
     * Returns how many entries are there.
     *
     * @return the number of lines that are entries
     */
    public long entries() {
        return entries;
    }

    /**
     * Returns when the first entry was made that is still there.
     *
     * @return the moment, empty if there is none
     */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    /**
     * Returns what is wrong.
     *
     * @return a sentence for each, in the order of the log; none if nothing was changed, as far as can be told
     */
    public List<String> findings() {
        return findings;
    }

    /**
     * Returns what is worth knowing.
     *
     * @return a sentence for each
     */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * Tells whether nothing is wrong.
     *
     * @return whether there is no finding
     */
    public boolean isSound() {
        return findings.isEmpty();
    }
}

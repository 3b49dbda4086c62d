package dev.leapp.core.spi;

/**
 * Keeps receipts through crashes.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ReceiptJournal {

    /**
     * Records a receipt, in the place of the session's earlier one. When this returns, it is on the disk.
     *
     * @param receipt what will be published
     * @throws dev.leapp.core.error.WorkspaceException if it can't be written; then nothing may be published
     */
    void record(Receipt receipt);
}

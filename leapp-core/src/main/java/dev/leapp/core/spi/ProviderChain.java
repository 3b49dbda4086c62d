package dev.leapp.core.spi;

import dev.leapp.core.session.Standing;

/**
 * Where a cloud's own tools look for credentials: it <em>publishes</em> and <em>withdraws</em>.
 *
 * @implSpec Thread-safe and without state: everything that a later withdraw needs, perhaps in another process after a crash, is in
 *     the receipt. Files that belong to the user keep every byte that is not Leapp's.
 * @since 0.1
 */
public interface ProviderChain {

    /**
     * Makes credentials available to the cloud's tools. Before the first byte is published, a receipt of all that will be written
     * must have been {@linkplain ReceiptJournal#record recorded}, an empty one if nothing needs to be written. Publishing again for the same session replaces what
     * {@link Publication#earlier()} tells of.
     *
     * @param publication what to publish
     * @throws dev.leapp.core.error.LeappException if something is in the way, with
     *     {@link dev.leapp.core.error.CoreErrorCode#FOREIGN_SECTION}, or can't be written; what was published so far is in the
     *     recorded receipt, and core withdraws it
     */
    void publish(Publication publication);

    /**
     * Removes what a receipt tells of, and gives back what stood there before. What the user changed meanwhile stays. Idempotent:
     * what is already gone is ignored.
     *
     * @param receipt what was, or was about to be, published
     * @param kept where {@link Publication#kept()} put what stood there before
     * @throws dev.leapp.core.error.LeappException if something can't be removed; the receipt stays, and it is tried again
     */
    void withdraw(Receipt receipt, ScopedSecrets kept);

    /**
     * Looks at what stands of a receipt now. Writes nothing, creates no lock file, and asks neither the user nor the network; it may
     * be called at any time, also while somebody publishes or withdraws.
     *
     * @param receipt what was published
     * @return {@link Standing#INTACT}, {@link Standing#CHANGED} or {@link Standing#MISSING}; {@link Standing#UNKNOWN} from a chain
     *     that can't tell, as this method does unless it is overridden
     * @throws dev.leapp.core.error.LeappException if it can't be read; core takes that for {@link Standing#UNKNOWN}
     */
    default Standing inspect(Receipt receipt) {
        return Standing.UNKNOWN;
    }
}

package dev.leapp.core.workspace;

import java.util.List;

/**
 * What a change of the workspace's key has done. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class KeyRotation {

    private final List<KeySlotView> dropped;
    private final int resealed;
    private final int deleted;

    /**
     * Tells what was done.
     *
     * @param dropped the slots that are gone
     * @param resealed how many older generations were sealed under the new key
     * @param deleted how many were deleted because they could not be opened
     */
    public KeyRotation(List<KeySlotView> dropped, int resealed, int deleted) {
        this.dropped = List.copyOf(dropped);
        this.resealed = resealed;
        this.deleted = deleted;
    }

    /**
     * Returns the slots that are gone.
     *
     * @return an unmodifiable list
     */
    public List<KeySlotView> dropped() {
        return dropped;
    }

    /**
     * Returns how many older generations were sealed under the new key.
     *
     * @return a count
     */
    public int resealed() {
        return resealed;
    }

    /**
     * Returns how many older generations, and files that recoveries had put aside, were deleted because they could not be opened.
     *
     * @return a count
     */
    public int deleted() {
        return deleted;
    }
}

package dev.leapp.core.spi;

import java.util.List;

/**
 * What an importer may use. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ImportContext {

    private final PluginContext plugin;
    private final List<Receipt> receipts;

    /**
     * Joins the parts.
     *
     * @param plugin the surroundings
     * @param receipts what Leapp has published at present
     */
    public ImportContext(PluginContext plugin, List<Receipt> receipts) {
        this.plugin = plugin;
        this.receipts = List.copyOf(receipts);
    }

    /**
     * Returns the surroundings.
     *
     * @return the context that all of a plug-in gets
     */
    public PluginContext plugin() {
        return plugin;
    }

    /**
     * Returns what Leapp itself has published at present, and so must not be imported.
     *
     * @return an unmodifiable list, a receipt for each such session
     */
    public List<Receipt> receipts() {
        return receipts;
    }
}

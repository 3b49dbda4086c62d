package dev.leapp.core.spi;

import java.util.List;
import java.util.Optional;

/**
 * What became of a plug-in that was found.
 *
 * @param id its id, or its class name if it has none
 * @param version its own version, empty if it doesn't say
 * @param source where it was found: a jar, or {@code builder}
 * @param brings the session types and chains that it provides, and its importers as {@code importer:aws}
 * @param refusal why it, or some of what it brings, was refused; empty if nothing was
 * @param loaded whether it is in use
 * @since 0.1
 */
public record PluginStatus(
        String id, String version, String source, List<String> brings, Optional<String> refusal, boolean loaded) {

    /**
     * Copies the list.
     *
     * @param id its id
     * @param version its own version
     * @param source where it was found
     * @param brings what it provides
     * @param refusal why it was refused
     * @param loaded whether it is in use
     */
    public PluginStatus {
        brings = List.copyOf(brings);
    }
}

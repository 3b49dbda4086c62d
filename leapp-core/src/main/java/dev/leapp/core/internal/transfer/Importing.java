package dev.leapp.core.internal.transfer;

import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.spi.PluginContext;

/**
 * What can be imported apart from bundles.
 *
 * @param plugins bring importers
 * @param context what importers get
 * @param receipts tell what Leapp itself has published in other tools' files
 * @param workspaces opens other workspace files
 */
public record Importing(
        PluginRegistry plugins, PluginContext context, Receipts receipts, ForeignWorkspaces workspaces) {}

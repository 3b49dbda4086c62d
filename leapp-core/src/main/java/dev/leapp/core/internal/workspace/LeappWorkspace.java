package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.workspace.json.LeappDocument;
import dev.leapp.core.internal.workspace.json.LeappFormatException;
import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.workspace.Snapshot;

/**
 * A workspace in the desktop app's format, which knows neither generations nor reasons.
 *
 * @param document what the file holds
 * @param sealer seals the next one
 */
record LeappWorkspace(LeappDocument document, LeappFormat sealer) implements StoredWorkspace {

    @Override
    public WorkspaceFormat format() {
        return WorkspaceFormat.LEAPP;
    }

    @Override
    public Snapshot snapshot() {
        return document.snapshot();
    }

    @Override
    public byte[] bytes() {
        return sealer.seal(document);
    }

    @Override
    public LeappWorkspace next(Snapshot next, long generation, String reason) {
        try {
            return new LeappWorkspace(document.with(next), sealer);
        } catch (LeappFormatException e) {
            throw sealer.troubles().notInLeappsFormat(e);
        }
    }

    /** Returns the same in our own document, with what only the desktop app knows beside it. */
    WorkspaceDocument upgraded(long generation, String reason) {
        return document.upgraded(generation, reason);
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.workspace.json.WorkspaceDocument;

/**
 * A workspace as it was loaded, with what is needed to save its next state.
 *
 * @param header the clear part of its file
 * @param key its key, to be closed
 * @param document what the file holds
 */
record StoredWorkspace(SealedHeader header, WorkspaceKey key, WorkspaceDocument document) {}

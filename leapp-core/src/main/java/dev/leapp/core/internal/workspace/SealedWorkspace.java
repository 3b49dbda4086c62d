package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import dev.leapp.core.workspace.Snapshot;
import java.util.Optional;

/**
 * A workspace in the sealed format.
 *
 * @param header the clear part of its file
 * @param key its key, which belongs to the key ring
 * @param document what the file holds
 * @param sealer seals the next one
 */
record SealedWorkspace(SealedHeader header, WorkspaceKey key, WorkspaceDocument document, SealedFormat sealer)
        implements StoredWorkspace {

    private static final String SECRET_STORE_SETTING = "secret-store";

    @Override
    public WorkspaceFormat format() {
        return WorkspaceFormat.SEALED;
    }

    @Override
    public Snapshot snapshot() {
        return document.snapshot();
    }

    @Override
    public long generation() {
        return document.generation();
    }

    @Override
    public String reason() {
        return document.reason();
    }

    @Override
    public SealedWorkspace next(Snapshot next, long generation, String reason) {
        return new SealedWorkspace(header, key, document.with(next, generation, reason), sealer);
    }

    /** Returns the same document under another key. */
    SealedWorkspace under(SealedHeader otherHeader, WorkspaceKey otherKey) {
        return new SealedWorkspace(otherHeader, otherKey, document, sealer);
    }

    @Override
    public byte[] bytes() {
        String store = snapshot().workspace().settings().get(SECRET_STORE_SETTING);
        return sealer.seal(header.withSecretStore(Optional.ofNullable(store)), key, document.toBytes());
    }
}

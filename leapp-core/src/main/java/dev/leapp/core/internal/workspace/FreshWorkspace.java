package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.internal.workspace.key.PassphraseSlots;
import dev.leapp.core.workspace.Snapshot;

/**
 * A workspace that was never written. Its key is made when it is.
 *
 * @param sealer seals it
 * @param passphraseGiven whether a passphrase is there without asking, for a machine that has no stable id
 */
record FreshWorkspace(SealedFormat sealer, boolean passphraseGiven) implements StoredWorkspace {

    @Override
    public WorkspaceFormat format() {
        return WorkspaceFormat.SEALED;
    }

    @Override
    public Snapshot snapshot() {
        return Definitions.none();
    }

    @Override
    public byte[] bytes() {
        return new byte[0];
    }

    @Override
    public SealedWorkspace next(Snapshot next, long generation, String reason) {
        WorkspaceDocument document = WorkspaceDocument.of(next).with(next, generation, reason);
        try {
            return sealer.create(MachineSlots.KIND, document);
        } catch (WorkspaceException e) {
            if (passphraseGiven && e.code() == CoreErrorCode.NO_MACHINE_ID) {
                return sealer.create(PassphraseSlots.KIND, document);
            }
            throw e;
        }
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.internal.workspace.key.PassphraseSlots;
import dev.leapp.core.workspace.ImportSource.PortableFile;
import dev.leapp.core.workspace.Workspace;
import java.util.Optional;

/** Opens workspace files that lie elsewhere, and leaves them as they are. */
public record OtherWorkspaces(WorkspaceOpener opener) {

    /** Returns what a file defines, empty if it does not begin as a workspace file does; may ask for a passphrase. */
    public Optional<Workspace> open(PortableFile from, byte[] bytes) {
        if (WorkspaceFormat.of(bytes).isEmpty()) {
            return Optional.empty();
        }
        try (KeyRing ring = ring(from)) {
            return Optional.of(opened(from, ring, bytes).snapshot().workspace());
        } catch (UnreadableException e) {
            throw new WorkspaceTroubles(from.file()).cantImport(e);
        }
    }

    private StoredWorkspace opened(PortableFile from, KeyRing ring, byte[] bytes) throws UnreadableException {
        WorkspaceOpener here =
                new WorkspaceOpener(new SealedFormat(ring, opener.sealed().cipher()), opener.leapp());
        return here.open(bytes, from.machineId().map(MachineId::of));
    }

    private KeyRing ring(PortableFile from) {
        PassphraseSlots asking = new PassphraseSlots(slot -> from.passphrase().get(), Argon2Cost.DEFAULT);
        KeyRing here = opener.sealed().ring().with(asking);
        return from.machineId()
                .map(MachineId::of)
                .map(id -> here.with(new MachineSlots(() -> id)))
                .orElse(here);
    }
}

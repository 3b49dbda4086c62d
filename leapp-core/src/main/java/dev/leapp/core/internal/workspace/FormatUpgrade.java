package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import dev.leapp.core.workspace.NewKeySlot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Brings the desktop app's file into our format. Its last state is kept as a generation first. */
record FormatUpgrade(LocalWorkspaceFile file) {

    boolean upgrade(NewKeySlot wanted) {
        if (file.storage().load().workspace().format() == WorkspaceFormat.SEALED) {
            return false;
        }
        file.requireNoDesktopApp();
        SealedFormat sealer = file.storage().opener().sealed();
        KeyRing ring = SlotRings.forNew(sealer.ring(), wanted);
        WorkspaceKey key = ring.newKey();
        KeySlot slot = ring.wrap(wanted.kind(), key);
        try {
            boolean changed = file.locked(
                    () -> Optional.of(upgradeLocked(sealer, SealedHeader.of(List.of(slot)), key)), () -> {});
            sealer.ring().adopt(slot, key);
            return changed;
        } catch (RuntimeException e) {
            ring.forget(slot);
            throw e;
        }
    }

    private boolean upgradeLocked(SealedFormat sealer, SealedHeader header, WorkspaceKey key) {
        LoadedWorkspace loaded = file.storage().load();
        if (!(loaded.workspace() instanceof LeappWorkspace former)) {
            return false; // another process was quicker
        }
        file.requireNoDesktopApp();
        long generation = file.storage().nextGeneration(former) + 1;
        keep(loaded.bytes(), generation - 1);
        SealedWorkspace next = new SealedWorkspace(
                header, key, former.upgraded(generation, "upgrade from the desktop app's format"), sealer);
        byte[] now = file.storage().opener().leapp().key();
        file.followed(now, key.bytes(), () -> file.storage().saveAs(WorkspaceFormat.SEALED, next.bytes(), generation));
        return true;
    }

    private void keep(byte[] bytes, long generation) {
        try {
            file.storage().backups().keep(bytes, generation, WorkspaceFormat.LEAPP);
        } catch (IOException e) {
            throw WriteTrouble.of(Backups.directoryOf(file.file()), e);
        }
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.MachineSlots;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a workspace open by this machine's id that was open by another machine's. */
record HereSlots(SealedFormat here) {

    /** Returns the workspace with its machine slots replaced by one of this machine, if none of them opens here. */
    SealedWorkspace of(SealedWorkspace found) {
        KeyRing ring = here.ring();
        List<KeySlot> machines = found.header().slots().stream()
                .filter(slot -> slot.kind().equals(MachineSlots.KIND))
                .toList();
        boolean opens =
                machines.stream().anyMatch(slot -> ring.troubleWith(slot).isEmpty());
        WorkspaceKey key = new WorkspaceKey(found.key().bytes().clone());
        if (machines.isEmpty() || opens) {
            return new SealedWorkspace(found.header(), key, found.document(), here);
        }
        List<KeySlot> slots = new ArrayList<>(found.header().slots());
        slots.removeAll(machines);
        machineSlot(ring, key).ifPresent(slot -> slots.add(0, slot));
        return new SealedWorkspace(found.header().withSlots(slots), key, found.document(), here);
    }

    /** A machine without an id has none; then the other slots must do. */
    private static Optional<KeySlot> machineSlot(KeyRing ring, WorkspaceKey key) {
        try {
            return Optional.of(ring.wrap(MachineSlots.KIND, key));
        } catch (LeappException e) {
            return Optional.empty();
        }
    }
}

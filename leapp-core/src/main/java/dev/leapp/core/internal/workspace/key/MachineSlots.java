package dev.leapp.core.internal.workspace.key;

import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Hkdf;
import dev.leapp.core.internal.machine.MachineId;
import java.util.function.Supplier;

/** Wraps the workspace's key under the machine id, which keeps it from other machines, not from this one's programs. */
public record MachineSlots(Supplier<MachineId> machineId) implements SlotKind {

    public static final String KIND = "machine";

    private static final String PURPOSE = "leapp workspace key slot machine";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public byte[] wrappingKey(KeySlot slot) {
        byte[] id = machineId.get().sha256();
        try {
            return Hkdf.deriveKey(id, slot.salt(), PURPOSE);
        } finally {
            Bytes.wipe(id);
        }
    }

    @Override
    public String mismatch() {
        return "it was sealed for another machine id";
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Hkdf;
import dev.leapp.core.internal.machine.MachineId;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Wraps the workspace's key under the machine id, which keeps it from other machines, not from this one's programs. */
final class MachineSlot {

    static final String KIND = "machine";

    private static final int SALT_BYTES = 16;
    private static final String PURPOSE = "leapp workspace key slot machine";
    private static final byte[] BINDING = PURPOSE.getBytes(StandardCharsets.UTF_8);

    private final Supplier<MachineId> machineId;
    private final AesGcm cipher;

    MachineSlot(Supplier<MachineId> machineId, AesGcm cipher) {
        this.machineId = machineId;
        this.cipher = cipher;
    }

    KeySlot wrap(WorkspaceKey key) {
        byte[] salt = cipher.randomBytes(SALT_BYTES);
        byte[] wrapping = wrappingKey(salt);
        try {
            return KeySlot.of(KIND, salt, cipher.seal(wrapping, key.bytes(), BINDING));
        } finally {
            Bytes.wipe(wrapping);
        }
    }

    /** Returns the workspace's key, for the caller to close. */
    WorkspaceKey unwrap(SealedHeader header) throws UnreadableException {
        KeySlot slot = header.slot(KIND).orElseThrow(() -> otherKey("it has no key slot for a machine id", null));
        byte[] wrapping = wrappingKey(slot.salt());
        try {
            byte[] key = AesGcm.open(wrapping, slot.wrapped(), BINDING);
            if (key.length != AesGcm.KEY_BYTES) {
                throw UnreadableException.damaged("its key has the wrong length");
            }
            return new WorkspaceKey(key);
        } catch (AuthenticationFailedException e) {
            throw otherKey("it was sealed for another machine id", e);
        } finally {
            Bytes.wipe(wrapping);
        }
    }

    private byte[] wrappingKey(byte[] salt) {
        byte[] id = machineId.get().sha256();
        try {
            return Hkdf.deriveKey(id, salt, PURPOSE);
        } finally {
            Bytes.wipe(id);
        }
    }

    private static UnreadableException otherKey(String message, @Nullable Throwable cause) {
        return new UnreadableException(UnreadableException.Reason.OTHER_KEY, message, cause);
    }
}

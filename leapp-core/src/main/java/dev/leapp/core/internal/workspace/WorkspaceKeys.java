package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Hkdf;
import dev.leapp.core.internal.file.Uninterrupted;
import dev.leapp.core.internal.machine.MachineId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * Keys that hang on the workspace's key, for what lies beside the workspace. Reads no more than the head of the file: no document,
 * no JSON.
 */
public final class WorkspaceKeys {

    private final Path file;
    private final MachineSlot machineSlot;
    private final WorkspaceTroubles troubles;

    public WorkspaceKeys(Path workspaceFile, Supplier<MachineId> machineId, SecureRandom random) {
        this.file = workspaceFile;
        this.machineSlot = new MachineSlot(machineId, new AesGcm(random));
        this.troubles = new WorkspaceTroubles(workspaceFile);
    }

    /**
     * Returns a key of 32 bytes, the same for the same purpose as long as the workspace keeps its key; the caller wipes it.
     *
     * @throws dev.leapp.core.error.WorkspaceException if there is no workspace file, or no slot opens
     */
    public byte[] subkey(String purpose) {
        try (WorkspaceKey key = key()) {
            return Hkdf.deriveKey(key.bytes(), new byte[0], "leapp subkey " + purpose);
        }
    }

    private WorkspaceKey key() {
        try {
            return machineSlot.unwrap(SealedHeader.parse(Uninterrupted.call(this::head)));
        } catch (IOException e) {
            throw troubles.notReadable(e);
        } catch (UnreadableException e) {
            throw troubles.unreadable(e);
        }
    }

    private byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SealedHeader.MAX_BYTES);
        }
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Hkdf;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.json.LeappDocument;
import dev.leapp.core.internal.workspace.json.MalformedDocumentException;
import java.util.function.Supplier;

/**
 * The desktop app's file: its document, encrypted under this machine's id.
 *
 * @param machineId opens and seals it
 * @param cipher its encryption
 * @param troubles says in words what the format can't hold
 */
record LeappFormat(Supplier<MachineId> machineId, LeappCipher cipher, WorkspaceTroubles troubles) {

    private static final String PURPOSE = "leapp workspace key of the desktop app's format";

    LeappWorkspace open(byte[] file) throws UnreadableException {
        return open(file, machineId.get());
    }

    /** Opens a file that was written on the machine of that id; what is written next is for this one. */
    LeappWorkspace open(byte[] file, MachineId writtenOn) throws UnreadableException {
        try {
            return new LeappWorkspace(LeappDocument.parse(cipher.open(file, writtenOn)), this);
        } catch (MalformedDocumentException e) {
            throw UnreadableException.malformed(e);
        }
    }

    byte[] seal(LeappDocument document) {
        return cipher.seal(document.toBytes(), machineId.get());
    }

    /** Returns what takes the place of a workspace key, for what lies beside the file. */
    byte[] key() {
        byte[] id = machineId.get().sha256();
        try {
            return Hkdf.deriveKey(id, new byte[0], PURPOSE);
        } finally {
            Bytes.wipe(id);
        }
    }
}

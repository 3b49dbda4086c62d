package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.Hkdf;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import java.util.List;
import java.util.Optional;

/** Opens the bytes of a workspace file, whichever format they have. */
record WorkspaceOpener(SealedFormat sealed, LeappFormat leapp) {

    /** Opens the file; may ask the user for what opens its key slots. */
    StoredWorkspace open(byte[] file) throws UnreadableException {
        return isLeapp(file) ? leapp.open(file) : sealed.open(file);
    }

    /** Opens the file with the id of the machine that wrote it; what it has beside, the ring must know. */
    StoredWorkspace open(byte[] file, Optional<MachineId> writtenOn) throws UnreadableException {
        return isLeapp(file) && writtenOn.isPresent() ? leapp.open(file, writtenOn.get()) : open(file);
    }

    /** Opens the file with what is known already, and asks nobody; empty if that is not enough. */
    Optional<StoredWorkspace> openKnown(byte[] file) throws UnreadableException {
        if (isLeapp(file)) {
            return Optional.of(leapp.open(file));
        }
        SealedHeader header = SealedHeader.parse(file);
        Optional<WorkspaceKey> key = sealed.ring().known(header.slots());
        return key.isEmpty() ? Optional.empty() : Optional.of(sealed.open(file, header, key.get()));
    }

    /** Opens a file in our format with a key that may be its own, whatever its slots say. */
    StoredWorkspace openWith(byte[] file, WorkspaceKey key) throws UnreadableException {
        return sealed.open(file, SealedHeader.parse(file), key);
    }

    /** Gets hold of what opens a file that begins like this; may ask the user. */
    void unlock(byte[] head) throws UnreadableException {
        if (!isLeapp(head)) {
            sealed.key(SealedHeader.parse(head));
        }
    }

    /** Returns the ids of the key slots of a file that begins like this; where they are the same, so is what opens it. */
    List<String> slots(byte[] head) throws UnreadableException {
        return isLeapp(head)
                ? List.of(WorkspaceFormat.LEAPP.id())
                : SealedHeader.parse(head).slots().stream().map(KeySlot::id).toList();
    }

    /** Returns a key of 32 bytes for one purpose that hangs on the key of a file that begins like this. */
    byte[] subkey(byte[] head, String purpose) throws UnreadableException {
        byte[] key = isLeapp(head)
                ? leapp.key()
                : sealed.key(SealedHeader.parse(head)).bytes();
        return derived(key, purpose);
    }

    /** Returns a key of 32 bytes for one purpose that hangs on a workspace's key. */
    static byte[] derived(byte[] key, String purpose) {
        return Hkdf.deriveKey(key, new byte[0], "leapp subkey " + purpose);
    }

    private static boolean isLeapp(byte[] head) {
        return WorkspaceFormat.of(head).equals(Optional.of(WorkspaceFormat.LEAPP));
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.crypto.Bytes;
import java.util.Arrays;

/**
 * The sealed file: a {@link SealedHeader}, then the deflated document under AES-256-GCM with the header's exact bytes as associated
 * data. The key and the slots stay the same from write to write; each write has a fresh nonce.
 */
final class SealedFormat {

    private final MachineSlot machineSlot;
    private final AesGcm cipher;

    SealedFormat(MachineSlot machineSlot, AesGcm cipher) {
        this.machineSlot = machineSlot;
        this.cipher = cipher;
    }

    /** Returns what a new file begins with: a new key in a slot for this machine, and no document. */
    OpenedFile create() {
        WorkspaceKey key = new WorkspaceKey(cipher.newKey());
        return new OpenedFile(SealedHeader.of(machineSlot.wrap(key)), key, new byte[0]);
    }

    OpenedFile open(byte[] file) throws UnreadableException {
        SealedHeader header = SealedHeader.parse(file);
        WorkspaceKey key = machineSlot.unwrap(header);
        try {
            return new OpenedFile(header, key, document(file, header, key));
        } catch (UnreadableException e) {
            key.close();
            throw e;
        }
    }

    byte[] seal(SealedHeader header, WorkspaceKey key, byte[] document) {
        if (document.length > Deflated.MAX_BYTES) {
            throw new IllegalArgumentException("A workspace of " + document.length + " bytes could not be read again");
        }
        byte[] associated = header.toBytes();
        return Bytes.concat(associated, cipher.seal(key.bytes(), Deflated.deflate(document), associated));
    }

    private static byte[] document(byte[] file, SealedHeader header, WorkspaceKey key) throws UnreadableException {
        byte[] associated = header.toBytes();
        byte[] sealed = Arrays.copyOfRange(file, associated.length, file.length);
        try {
            return Deflated.inflate(AesGcm.open(key.bytes(), sealed, associated), Deflated.MAX_BYTES);
        } catch (AuthenticationFailedException e) {
            throw UnreadableException.damaged("what is sealed in it was altered or cut off");
        }
    }
}

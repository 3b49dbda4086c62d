package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Deflated;
import dev.leapp.core.internal.workspace.json.MalformedDocumentException;
import dev.leapp.core.internal.workspace.json.WorkspaceDocument;
import dev.leapp.core.internal.workspace.key.KeyRing;
import dev.leapp.core.internal.workspace.key.KeySlot;
import dev.leapp.core.internal.workspace.key.NoSlotOpensException;
import dev.leapp.core.internal.workspace.key.WorkspaceKey;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;

/**
 * The sealed file: a {@link SealedHeader}, then the deflated document under AES-256-GCM with the header's exact bytes as associated
 * data. The key and the slots stay the same from write to write; each write has a fresh nonce.
 */
record SealedFormat(KeyRing ring, AesGcm cipher) {

    /** Returns a workspace that was never written, under a new key in one slot of that kind. */
    SealedWorkspace create(String slotKind, WorkspaceDocument document) {
        WorkspaceKey key = ring.newKey();
        KeySlot slot = ring.wrap(slotKind, key);
        return new SealedWorkspace(SealedHeader.of(List.of(slot)), key, document, this);
    }

    /** Opens the file with whatever opens one of its slots; may ask the user. */
    SealedWorkspace open(byte[] file) throws UnreadableException {
        SealedHeader header = SealedHeader.parse(file);
        return open(file, header, key(header));
    }

    /** Opens the file with a key that is its own. */
    SealedWorkspace open(byte[] file, SealedHeader header, WorkspaceKey key) throws UnreadableException {
        try {
            WorkspaceDocument document = WorkspaceDocument.parse(document(file, header, key));
            return new SealedWorkspace(header, key, document, this);
        } catch (MalformedDocumentException e) {
            throw UnreadableException.malformed(e);
        }
    }

    /** Returns the key of a file with that header; may ask the user. */
    WorkspaceKey key(SealedHeader header) throws UnreadableException {
        try {
            return ring.unlock(header.slots());
        } catch (NoSlotOpensException e) {
            throw UnreadableException.noSlotOpens(e);
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
        } catch (DataFormatException e) {
            throw UnreadableException.damaged("its document " + e.getMessage());
        }
    }
}

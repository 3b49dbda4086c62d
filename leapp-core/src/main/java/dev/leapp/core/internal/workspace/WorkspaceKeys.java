package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.Uninterrupted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keys that hang on the workspace's key, for what lies beside the workspace. Reads no more than the head of the file: no document,
 * no JSON.
 */
public final class WorkspaceKeys {

    private final Path file;
    private final WorkspaceOpener opener;
    private final WorkspaceTroubles troubles;

    WorkspaceKeys(Path workspaceFile, WorkspaceOpener opener) {
        this.file = workspaceFile;
        this.opener = opener;
        this.troubles = new WorkspaceTroubles(workspaceFile);
    }

    /**
     * Returns a key of 32 bytes, the same for the same purpose as long as the workspace keeps its key; the caller wipes it.
     *
     * @throws dev.leapp.core.error.WorkspaceException if there is no workspace file, or no slot opens
     */
    public byte[] subkey(String purpose) {
        try {
            return opener.subkey(Uninterrupted.call(this::head), purpose);
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

package dev.leapp.core.internal.workspace;

/** What the file held, and its bytes; no bytes where there is no file. */
final class LoadedWorkspace {

    private final StoredWorkspace workspace;
    private final byte[] bytes;

    LoadedWorkspace(StoredWorkspace workspace, byte[] bytes) {
        this.workspace = workspace;
        this.bytes = bytes;
    }

    StoredWorkspace workspace() {
        return workspace;
    }

    byte[] bytes() {
        return bytes;
    }
}

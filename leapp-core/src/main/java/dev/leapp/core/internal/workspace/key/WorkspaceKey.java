package dev.leapp.core.internal.workspace.key;

import dev.leapp.core.internal.crypto.Bytes;

/** The key that a workspace is sealed under; wiped when it is closed. */
public final class WorkspaceKey implements AutoCloseable {

    private final byte[] bytes;

    /** Takes the bytes over. */
    public WorkspaceKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the key itself, no copy: it is gone once this is closed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        Bytes.wipe(bytes);
    }

    @Override
    public String toString() {
        return "WorkspaceKey[redacted]";
    }
}

package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.crypto.Bytes;

/** The key that a workspace is sealed under; wiped when it is closed. */
final class WorkspaceKey implements AutoCloseable {

    private final byte[] bytes;

    /** Takes the bytes over. */
    WorkspaceKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the key itself, no copy: it is gone once this is closed. */
    byte[] bytes() {
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

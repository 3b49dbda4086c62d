package dev.leapp.core.internal.workspace;

/** A sealed file that was opened: what it held, and what is needed to seal it again. */
final class OpenedFile {

    private final SealedHeader header;
    private final WorkspaceKey key;
    private final byte[] document;

    OpenedFile(SealedHeader header, WorkspaceKey key, byte[] document) {
        this.header = header;
        this.key = key;
        this.document = document;
    }

    SealedHeader header() {
        return header;
    }

    WorkspaceKey key() {
        return key;
    }

    byte[] document() {
        return document;
    }
}

package dev.leapp.core.internal.workspace.json;

import org.jspecify.annotations.Nullable;

/** A document is no workspace that this version understands. */
public final class MalformedDocumentException extends Exception {

    private final boolean newer;

    private MalformedDocumentException(String message, boolean newer, @Nullable Throwable cause) {
        super(message, cause);
        this.newer = newer;
    }

    static MalformedDocumentException damaged(String message) {
        return new MalformedDocumentException(message, false, null);
    }

    static MalformedDocumentException damaged(String message, Throwable cause) {
        return new MalformedDocumentException(message, false, cause);
    }

    static MalformedDocumentException newer(String message) {
        return new MalformedDocumentException(message, true, null);
    }

    /** Tells whether a newer version of Leapp wrote it, rather than it being damaged. */
    public boolean isNewer() {
        return newer;
    }
}

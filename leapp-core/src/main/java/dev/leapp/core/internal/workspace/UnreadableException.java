package dev.leapp.core.internal.workspace;

import org.jspecify.annotations.Nullable;

/** Bytes are no workspace that can be opened here, and why. */
final class UnreadableException extends Exception {

    enum Reason {
        DAMAGED,
        NEWER_VERSION,
        DESKTOP_APP,
        OTHER_KEY
    }

    private final Reason reason;

    UnreadableException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static UnreadableException damaged(String message) {
        return new UnreadableException(Reason.DAMAGED, message, null);
    }

    Reason reason() {
        return reason;
    }
}

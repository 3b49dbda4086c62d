package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.workspace.json.MalformedDocumentException;
import dev.leapp.core.internal.workspace.key.NoSlotOpensException;
import org.jspecify.annotations.Nullable;

/** Bytes are no workspace that can be opened here, and why. */
final class UnreadableException extends Exception {

    enum Reason {
        DAMAGED,
        NEWER_VERSION,
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

    static UnreadableException malformed(MalformedDocumentException e) {
        Reason reason = e.isNewer() ? Reason.NEWER_VERSION : Reason.DAMAGED;
        return new UnreadableException(reason, "in its document, " + e.getMessage(), e);
    }

    static UnreadableException noSlotOpens(NoSlotOpensException e) {
        return new UnreadableException(Reason.OTHER_KEY, String.valueOf(e.getMessage()), e);
    }

    Reason reason() {
        return reason;
    }
}

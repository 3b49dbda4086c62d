package dev.leapp.core.internal.workspace.json;

/** A change can't be written in the desktop app's format; nothing was. The message says why, in words that follow a colon. */
public final class LeappFormatException extends Exception {

    /** Why it can't be written. */
    public enum Kind {
        /** The format has no place for it, or the desktop app could not use it. */
        INEXPRESSIBLE,
        /** The desktop app would take the file for damaged and replace it by its last backup, or by an empty one. */
        INCONSISTENT
    }

    private final Kind kind;

    private LeappFormatException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static LeappFormatException inexpressible(String why) {
        return new LeappFormatException(Kind.INEXPRESSIBLE, why);
    }

    static LeappFormatException inconsistent(String rule) {
        return new LeappFormatException(Kind.INCONSISTENT, rule);
    }

    /** Tells whether the format lacks something, or the change breaks a rule. */
    public Kind kind() {
        return kind;
    }
}

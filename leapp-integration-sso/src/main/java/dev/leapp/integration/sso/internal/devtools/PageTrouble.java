package dev.leapp.integration.sso.internal.devtools;

/** Why no assertion will come from a page. */
public final class PageTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** The browser has ended, or never began. */
        ENDED,
        /** The user has closed the window. */
        CLOSED,
        /** The identity provider can't be reached. */
        UNREACHABLE,
        /** The browser does not do what it is told. */
        UNABLE
    }

    private final Kind kind;

    PageTrouble(Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    /** Returns what happened; the message has the browser's own word for it, or is empty. */
    public Kind kind() {
        return kind;
    }
}

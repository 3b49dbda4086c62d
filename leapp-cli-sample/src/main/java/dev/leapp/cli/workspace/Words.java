package dev.leapp.cli.workspace;

import dev.leapp.core.workspace.WorkspaceFile;

/** How workspace files are spoken of. */
final class Words {

    private Words() {}

    /** Returns whose format it is. */
    static String format(String id) {
        return id.equals(WorkspaceFile.LEAPP) ? "Leapp desktop app" : "Leapp for the JVM";
    }

    /** Returns a number of sessions. */
    static String sessions(int count) {
        return count + (count == 1 ? " session" : " sessions");
    }
}

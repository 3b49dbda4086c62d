package dev.leapp.cli.workspace.key;

import dev.leapp.cli.run.Context;

/** Tells of the backup that the desktop app keeps, which no change of keys reaches. */
public final class DesktopBackup {

    private DesktopBackup() {}

    /**
     * Tells if it is there.
     *
     * @param context the run
     */
    public static void warn(Context context) {
        context.engine()
                .workspaceFile()
                .desktopBackup()
                .ifPresent(path -> context.out()
                        .remark("the desktop app's own backup " + path
                                + " holds an old state, and this machine's id opens it; it is yours to delete"));
    }
}

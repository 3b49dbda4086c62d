package dev.leapp.core.internal.workspace;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.lock.LockTimeoutException;
import dev.leapp.core.internal.machine.MachineIdReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in words why the workspace file can't be used, that it was left as it is, and where its backups are. */
final class WorkspaceTroubles {

    private final Path file;

    WorkspaceTroubles(Path file) {
        this.file = file;
    }

    WorkspaceException unreadable(UnreadableException e) {
        return switch (e.reason()) {
            case DAMAGED ->
                new WorkspaceException(
                        CoreErrorCode.WORKSPACE_CORRUPT,
                        "The workspace file " + file + " is damaged (" + e.getMessage() + "), and was left as it is",
                        restore(),
                        e);
            case NEWER_VERSION ->
                new WorkspaceException(
                        CoreErrorCode.WORKSPACE_FORMAT_UNKNOWN,
                        "The workspace file " + file + " was written by a newer version of Leapp (" + e.getMessage()
                                + "), and was left as it is",
                        "use that version; or " + restore(),
                        e);
            case DESKTOP_APP ->
                new WorkspaceException(
                        CoreErrorCode.WORKSPACE_FORMAT_UNKNOWN,
                        "The workspace file " + file
                                + " was written by the Leapp desktop app, whose format this version"
                                + " does not read; it was left as it is",
                        "set LEAPP_HOME to another directory to keep a workspace of your own beside the desktop app's",
                        e);
            case OTHER_KEY ->
                new WorkspaceException(
                        CoreErrorCode.WORKSPACE_KEY_MISMATCH,
                        "The workspace file " + file + " can't be opened on this machine (" + e.getMessage()
                                + "), and was left as it is",
                        "set " + MachineIdReader.OVERRIDE
                                + " to the id of the machine that wrote it (on Linux the content of"
                                + " /etc/machine-id)",
                        e);
        };
    }

    WorkspaceException notReadable(IOException e) {
        String reason = e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof NoSuchFileException ? "it is not there" : String.valueOf(e.getMessage());
        return new WorkspaceException(
                CoreErrorCode.WORKSPACE_NOT_READABLE,
                "The workspace file " + file + " can't be read (" + reason + ")",
                "check the permissions of the file and of its directory; " + restore(),
                e);
    }

    WorkspaceException gone(Path stateFile) {
        return new WorkspaceException(
                CoreErrorCode.WORKSPACE_NOT_READABLE,
                "The workspace file " + file + " is gone, though Leapp wrote it before",
                restore() + "; to begin with an empty workspace, delete " + stateFile);
    }

    WorkspaceException linkLeadsNowhere(Path target) {
        return new WorkspaceException(
                CoreErrorCode.NOT_WRITABLE,
                "The workspace file " + file + " is a link to " + target + ", whose directory is not there",
                "mount or create that directory, or remove the link");
    }

    WorkspaceException busy(LockTimeoutException e) {
        return new WorkspaceException(
                CoreErrorCode.LOCK_TIMEOUT,
                "The workspace " + file + " is in use: " + e.getMessage(),
                "wait for that process, or end it, then run the command again",
                e);
    }

    WorkspaceException interrupted(InterruptedException e) {
        return new WorkspaceException(
                CoreErrorCode.CANCELLED, "Cancelled while waiting for the workspace " + file, null, e);
    }

    private String restore() {
        return "older generations are in " + Backups.directoryOf(file) + ": copy the newest good one over the file";
    }
}

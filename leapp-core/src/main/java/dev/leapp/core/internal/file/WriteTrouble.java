package dev.leapp.core.internal.file;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in words why a file could not be written. */
public final class WriteTrouble {

    private WriteTrouble() {}

    /** Returns the error for a write that failed and left the old bytes. */
    public static WorkspaceException of(Path file, IOException cause) {
        if (isDiskFull(cause)) {
            return new WorkspaceException(
                    CoreErrorCode.DISK_FULL,
                    "The disk is full: " + file + " was not written, and is as it was before",
                    "free some space, then run the command again",
                    cause);
        }
        return new WorkspaceException(
                CoreErrorCode.NOT_WRITABLE,
                "The file " + file + " can't be written (" + reason(cause) + "), and is as it was before",
                "check the permissions of the file and of its directory",
                cause);
    }

    private static boolean isDiskFull(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("disk quota exceeded")
                || message.contains("not enough space");
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}

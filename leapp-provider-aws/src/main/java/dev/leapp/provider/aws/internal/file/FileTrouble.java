package dev.leapp.provider.aws.internal.file;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with a file, and what to do about it. */
final class FileTrouble {

    private FileTrouble() {}

    static LeappException reading(Path path, IOException cause) {
        return new LeappException(
                CoreErrorCode.NOT_WRITABLE,
                "Can't read " + path + ": " + reason(cause),
                "check its permissions",
                cause);
    }

    static LeappException writing(Path path, IOException cause) {
        if (isDiskFull(cause)) {
            return new LeappException(
                    CoreErrorCode.DISK_FULL,
                    "Can't write " + path + ": the disk is full",
                    "free some space and try again; the file is as it was",
                    cause);
        }
        return new LeappException(
                CoreErrorCode.NOT_WRITABLE,
                "Can't write " + path + ": " + reason(cause),
                "check the permissions of the file and its directory; the file is as it was",
                cause);
    }

    static LeappException locked(Path path) {
        return new LeappException(
                CoreErrorCode.LOCK_TIMEOUT,
                "Can't lock " + path + ": another Leapp has been writing it for too long",
                "try again");
    }

    static LeappException cancelled(Path path) {
        return new LeappException(
                CoreErrorCode.CANCELLED,
                "Cancelled while another Leapp was writing " + path,
                "try again; the file is as it was");
    }

    private static boolean isDiskFull(IOException cause) {
        String text = Optional.ofNullable(cause.getMessage()).orElse("").toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded") || text.contains("not enough space");
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }
}

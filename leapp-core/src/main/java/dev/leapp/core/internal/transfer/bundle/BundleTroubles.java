package dev.leapp.core.internal.transfer.bundle;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** What can be wrong with a bundle and its passphrase, in words: which file, and what to do. */
final class BundleTroubles {

    private static final String ANOTHER_COPY = "copy it again from where it was exported, or export again";

    private BundleTroubles() {}

    static LeappException noBundle(Path file) {
        return new LeappException(
                CoreErrorCode.BUNDLE_FORMAT_UNKNOWN,
                file + " is no bundle: it does not begin as one",
                "'leapp workspace export' writes bundles");
    }

    static LeappException damaged(Path file, String what) {
        return new LeappException(
                CoreErrorCode.BUNDLE_DAMAGED, "The bundle " + file + " is damaged: " + what, ANOTHER_COPY);
    }

    static LeappException newer(Path file, String version) {
        return new LeappException(
                CoreErrorCode.BUNDLE_FORMAT_UNKNOWN,
                "The bundle " + file + " was written by a newer version of Leapp (its format has version " + version
                        + ")",
                "use that version");
    }

    static LeappException locked(Path file) {
        return new LeappException(
                CoreErrorCode.BUNDLE_LOCKED,
                "The passphrase does not open the bundle " + file,
                "try again with the passphrase that it was exported with");
    }

    static LeappException emptyPassphrase() {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE, "An empty passphrase protects nothing", "choose a longer one");
    }

    static LeappException noArgon2(RuntimeException cause) {
        return new LeappException(
                CoreErrorCode.INTERNAL,
                "A bundle needs Bouncy Castle, which is missing",
                "add org.bouncycastle:bcprov-jdk18on to the class path",
                cause);
    }

    static LeappException notFound(Path file) {
        return new LeappException(CoreErrorCode.BUNDLE_NOT_FOUND, "There is no file " + file, null);
    }

    static LeappException unreadable(Path file, IOException cause) {
        String reason = cause instanceof AccessDeniedException
                ? "permission denied"
                : cause.getClass().getSimpleName();
        return new LeappException(
                CoreErrorCode.BUNDLE_NOT_READABLE,
                "The file " + file + " can't be read (" + reason + ")",
                "check its permissions",
                cause);
    }

    static LeappException exists(Path file) {
        return new LeappException(
                CoreErrorCode.ALREADY_EXISTS,
                "The file " + file + " is there already; nothing was exported",
                "name another file, or replace it with --force");
    }

    static LeappException noDirectory(Path directory) {
        return new LeappException(
                CoreErrorCode.NOT_WRITABLE,
                "There is no directory " + directory + "; nothing was exported",
                "create it, or name another file");
    }

    static LeappException isDirectory(Path file) {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE, file + " is a directory; nothing was exported", "name a file in it");
    }
}

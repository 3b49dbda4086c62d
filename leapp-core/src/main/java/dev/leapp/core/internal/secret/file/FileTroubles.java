package dev.leapp.core.internal.secret.file;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What can be wrong with the encrypted file and its key, in words: which file, and what to do. */
final class FileTroubles {

    private FileTroubles() {}

    static SecretStoreException wrongKey(Path file, String key) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED,
                "The " + key + " does not open " + file + "; nothing was changed",
                "try again with the " + key + " with which it was created");
    }

    static SecretStoreException otherKeyKind(Path file, String lockedWith, String given) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED,
                file + " is locked with a " + lockedWith + ", not with a " + given,
                "name the right one with 'leapp secret-store migrate file [--key-file PATH]', or move the file away");
    }

    static SecretStoreException damaged(Path file, String what) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_FAILED,
                file + " is damaged: " + what + "; it was left as it is",
                "put a backup in its place, or move it away and enter the secrets again");
    }

    static SecretStoreException newer(Path file, String version) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_FAILED,
                file + " has format " + version + ", which this version of Leapp does not know",
                "use the newer version that wrote it");
    }

    static SecretStoreException noArgon2(RuntimeException cause) {
        return new SecretStoreException(
                CoreErrorCode.NO_SECRET_STORE, String.valueOf(cause.getMessage()), "add it, or use a key file", cause);
    }

    static SecretStoreException emptyPassphrase() {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED, "An empty passphrase protects nothing", "choose a longer one");
    }

    static SecretStoreException keyFile(Path keyFile, String what, String hint) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED, "The key file " + keyFile + " " + what, hint);
    }

    static SecretStoreException unreadable(Path file, IOException cause) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_FAILED,
                file + " can't be read (" + reason(cause) + ")",
                "check its permissions",
                cause);
    }

    static SecretStoreException unwritable(Path file, IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        boolean full =
                message.contains("no space left") || message.contains("quota") || message.contains("not enough space");
        return new SecretStoreException(
                full ? CoreErrorCode.DISK_FULL : CoreErrorCode.NOT_WRITABLE,
                file + " can't be written (" + (full ? "the disk is full" : reason(cause))
                        + "); what it held is still there",
                full ? "free some space and try again" : "check the permissions of its directory",
                cause);
    }

    static SecretStoreException busy(Path file, IOException cause) {
        return new SecretStoreException(
                CoreErrorCode.LOCK_TIMEOUT, file + " is in use: " + cause.getMessage(), "try again", cause);
    }

    static SecretStoreException interrupted(Path file, InterruptedException cause) {
        return new SecretStoreException(CoreErrorCode.CANCELLED, "Interrupted while waiting for " + file, null, cause);
    }

    private static String reason(IOException cause) {
        return cause.getClass().getSimpleName();
    }
}

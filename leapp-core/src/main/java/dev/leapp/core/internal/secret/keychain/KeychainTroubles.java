package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Every way in which a keychain can fail, in words: what is wrong, and what to do. */
final class KeychainTroubles {

    private static final String ELSE_FILE =
            "or keep secrets in an encrypted file: leapp secret-store use file [--key-file PATH]";

    private KeychainTroubles() {}

    static SecretStoreException noSessionBus() {
        return none(
                "There is no keychain to talk to: no D-Bus session bus runs here (DBUS_SESSION_BUS_ADDRESS is not set)",
                "run leapp inside a desktop session or under dbus-run-session");
    }

    static SecretStoreException unsupportedAddress(String transport) {
        return none(
                "The D-Bus session bus can't be used: Java can only open a unix:path socket, and this one is "
                        + transport,
                "start the bus with --address=unix:path=SOCKET and set DBUS_SESSION_BUS_ADDRESS");
    }

    static SecretStoreException busUnreachable(String address, @Nullable Throwable cause) {
        return none(
                "The D-Bus session bus at " + address + " can't be reached"
                        + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")"),
                "check DBUS_SESSION_BUS_ADDRESS",
                cause);
    }

    static SecretStoreException noService() {
        return none(
                "No keyring program answers on the D-Bus session bus (org.freedesktop.secrets)",
                "start one, such as gnome-keyring-daemon or KeePassXC");
    }

    static SecretStoreException noDefaultCollection() {
        return none(
                "The keyring has no default collection",
                "log in to the desktop once, or create a default keyring in it");
    }

    static SecretStoreException locked() {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED, "The keyring is locked", "unlock it, " + ELSE_FILE);
    }

    static SecretStoreException unlockRefused() {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED,
                "The keyring is locked: its question for the password was dismissed, or there is no prompter to ask it",
                "unlock the keyring, " + ELSE_FILE);
    }

    static SecretStoreException timedOut(String keychain, Duration timeout) {
        return failed(
                keychain + " did not answer within " + seconds(timeout) + " s; it may be waiting for a password", null);
    }

    static SecretStoreException noAnswer() {
        return failed("The keyring did not answer, or stopped while it was asked", null);
    }

    static SecretStoreException busError(String errorName) {
        return failed("The keyring refused: " + errorName, null);
    }

    static SecretStoreException libraryMissing(String keychain, LinkageError cause) {
        return none(
                keychain + " can't be used: a library that it needs is not on the class path (" + cause.getMessage()
                        + ")",
                "add com.github.javakeyring:java-keyring with its dependencies",
                cause);
    }

    /** Only the class of the cause is named: what a library says may hold the value. */
    static SecretStoreException unexpected(String keychain, Throwable cause) {
        return failed(
                keychain + " failed in an unexpected way (" + cause.getClass().getSimpleName() + ")", cause);
    }

    static SecretStoreException incomplete(String account) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_FAILED,
                "What the keychain holds for " + account + " is incomplete or damaged",
                "enter that secret again: leapp session edit");
    }

    static SecretStoreException notSupported(String keychain, Throwable cause) {
        return none(keychain + " can't be used here", "run leapp in the session of a logged-in user", cause);
    }

    /** Only a bare error number is passed on: any other text of a library may hold the value. */
    static SecretStoreException refused(String keychain, String reason, Throwable cause) {
        return failed(keychain + " refused" + (reason.isEmpty() ? "" : " (" + reason + ")"), cause);
    }

    static SecretStoreException mayNotAsk(String keychain, Throwable cause) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED,
                keychain + " is locked, or its question was refused or could not be shown",
                "unlock it, " + ELSE_FILE,
                cause);
    }

    static SecretStoreException failed(String message, @Nullable Throwable cause) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_FAILED, message, "try again, unlock the keyring, " + ELSE_FILE, cause);
    }

    private static SecretStoreException none(String message, String hint) {
        return none(message, hint, null);
    }

    private static SecretStoreException none(String message, String hint, @Nullable Throwable cause) {
        return new SecretStoreException(CoreErrorCode.NO_SECRET_STORE, message, hint + ", " + ELSE_FILE, cause);
    }

    private static String seconds(Duration timeout) {
        double seconds = timeout.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
    }
}

package dev.leapp.core.internal.secret.keychain;

import java.util.Locale;
import java.util.regex.Pattern;

/** The systems whose keychains differ, and how each says what went wrong. */
enum OperatingSystem {
    /** Linux, and other systems with a freedesktop.org Secret Service: it has answers of its own. */
    FREEDESKTOP("The keyring of this desktop session", ChunkedBackend.UNLIMITED, "(?!)", "(?!)"),
    /**
     * macOS: jkeychain's own words, and those of {@code errSecItemNotFound}, {@code errSecInteractionNotAllowed},
     * {@code errSecUserCanceled} and {@code errSecAuthFailed}.
     */
    MACOS(
            "The macOS keychain",
            ChunkedBackend.UNLIMITED,
            "No stored credentials match|could not be found in the keychain",
            "User interaction is not allowed|User canceled the operation|user name or passphrase you entered is not"
                    + " correct"),
    /**
     * Windows: {@code ERROR_NOT_FOUND} and {@code ERROR_NO_SUCH_LOGON_SESSION}. A credential takes
     * {@code CRED_MAX_CREDENTIAL_BLOB_SIZE} bytes, 5 * 512, and java-keyring keeps text in UTF-16.
     */
    WINDOWS("The Windows Credential Manager", 2560 / 2, "Error code 1168\\b", "Error code 1312\\b");

    private final String keychain;
    private final int mostUnits;
    private final String notFound;
    private final String locked;

    OperatingSystem(String keychain, int mostUnits, String notFound, String locked) {
        this.keychain = keychain;
        this.mostUnits = mostUnits;
        this.notFound = notFound;
        this.locked = locked;
    }

    static OperatingSystem named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return MACOS;
        }
        return name.startsWith("windows") ? WINDOWS : FREEDESKTOP;
    }

    /** What keeps the items, for messages. */
    String keychain() {
        return keychain;
    }

    /** How many UTF-16 code units the value of an item may have. */
    int mostUnits() {
        return mostUnits;
    }

    boolean saysNotFound(String message) {
        return Pattern.compile(notFound).matcher(message).find();
    }

    boolean saysLocked(String message) {
        return Pattern.compile(locked).matcher(message).find();
    }
}

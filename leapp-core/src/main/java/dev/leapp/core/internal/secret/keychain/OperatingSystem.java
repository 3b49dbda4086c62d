package dev.leapp.core.internal.secret.keychain;

import java.util.Locale;
import java.util.regex.Pattern;

/** The systems whose keychains differ, and how each says that an item isn't there. */
enum OperatingSystem {
    /** Linux, and other systems with a freedesktop.org Secret Service: it has an answer of its own for that. */
    FREEDESKTOP("The keyring of this desktop session", "(?!)"),
    /** macOS: jkeychain's own words, and those of {@code errSecItemNotFound}. */
    MACOS("The macOS keychain", "No stored credentials match|could not be found in the keychain"),
    /** Windows: {@code ERROR_NOT_FOUND}. */
    WINDOWS("The Windows Credential Manager", "Error code 1168\\b");

    private final String keychain;
    private final String notFound;

    OperatingSystem(String keychain, String notFound) {
        this.keychain = keychain;
        this.notFound = notFound;
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

    boolean saysNotFound(String message) {
        return Pattern.compile(notFound).matcher(message).find();
    }
}

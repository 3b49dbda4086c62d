package dev.leapp.core.internal.secret.keychain;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the D-Bus libraries from logging stack traces of failures that are told in words anyway, while a connection is open. Only
 * their own loggers are touched, only where nobody configured them, and only in {@code java.util.logging}; with another logging
 * backend they are the embedder's to configure.
 */
final class QuietDbusLog {

    private final List<Logger> silenced;

    private QuietDbusLog(List<Logger> silenced) {
        this.silenced = silenced;
    }

    static QuietDbusLog begin() {
        List<Logger> unconfigured =
                List.of(Logger.getLogger("org.freedesktop"), Logger.getLogger("org.gnome.keyring")).stream()
                        .filter(logger -> logger.getLevel() == null)
                        .toList();
        unconfigured.forEach(logger -> logger.setLevel(Level.OFF));
        return new QuietDbusLog(unconfigured);
    }

    void end() {
        for (Logger logger : silenced) {
            if (Level.OFF.equals(logger.getLevel())) {
                logger.setLevel(null);
            }
        }
    }
}

package dev.leapp.core.internal.secret.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietDbusLogTest {

    private final Logger dbus = Logger.getLogger("org.freedesktop");

    @AfterEach
    void restore() {
        dbus.setLevel(null);
    }

    @Test
    void theLibraryIsQuietWhileAConnectionIsOpen() {
        QuietDbusLog quiet = QuietDbusLog.begin();
        assertThat(Logger.getLogger("org.freedesktop.dbus.connections").isLoggable(Level.SEVERE))
                .isFalse();

        quiet.end();

        assertThat(dbus.getLevel()).isNull();
        assertThat(dbus.isLoggable(Level.SEVERE)).isTrue();
    }

    @Test
    void whatTheEmbedderConfiguredStays() {
        dbus.setLevel(Level.FINEST);

        QuietDbusLog quiet = QuietDbusLog.begin();
        assertThat(dbus.getLevel()).isEqualTo(Level.FINEST);
        quiet.end();

        assertThat(dbus.getLevel()).isEqualTo(Level.FINEST);
    }

    @Test
    void anotherConnectionLeavesTheLevelAsItWas() {
        QuietDbusLog first = QuietDbusLog.begin();
        QuietDbusLog second = QuietDbusLog.begin();

        first.end();
        second.end();

        assertThat(dbus.getLevel()).isNull();
    }
}

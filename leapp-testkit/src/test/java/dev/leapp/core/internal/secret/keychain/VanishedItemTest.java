package dev.leapp.core.internal.secret.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.testkit.secret.PrivateKeyring;
import java.nio.file.Path;
import java.time.Duration;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.secret.Static;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program removes an item of a real gnome-keyring after we found it: it is absent, and that is no error. */
class VanishedItemTest {

    private static final ObjectPath GONE = new ObjectPath("", "/org/freedesktop/secrets/collection/login/4711");

    private static PrivateKeyring keyring;

    @BeforeAll
    static void startKeyring(@TempDir Path directory) throws Exception {
        PrivateKeyring.requirePrograms();
        keyring = PrivateKeyring.unlocked(directory);
    }

    @AfterAll
    static void stopKeyring() {
        if (keyring != null) {
            keyring.close();
        }
    }

    @Test
    void itsValueIsAbsent() throws Exception {
        try (SecretServiceConnection service = open()) {
            assertThat(service.reveal(GONE)).isEmpty();
        }
    }

    @Test
    void itHasNoAttributes() throws Exception {
        try (SecretServiceConnection service = open()) {
            assertThat(service.attributes(GONE)).isEmpty();
        }
    }

    @Test
    void thereIsNothingToDelete() throws Exception {
        try (SecretServiceConnection service = open()) {
            assertThat(service.callIfThere(GONE.getPath(), Static.Interfaces.ITEM, "Delete", ""))
                    .isEmpty();
        }
    }

    private static SecretServiceConnection open() throws Exception {
        return SecretServiceConnection.open(keyring.address(), Deadline.in(Duration.ofSeconds(10)));
    }
}

package dev.leapp.testkit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is wrong with a real keyring is told in words, in time, and leaves no thread that keeps the process alive. */
@Timeout(60)
class KeyringTroublesTest {

    private static final SecretName NAME = new SecretName("account");
    private static final Keychains.Limits SHORT = new Keychains.Limits(Duration.ofSeconds(2), Duration.ZERO);

    @TempDir
    private Path directory;

    @BeforeAll
    static void requirePrograms() {
        PrivateKeyring.requirePrograms();
    }

    @Test
    void aLockedKeyringIsTold() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.unlocked(directory)) {
            SecretStore store = store(keyring.environment(), SHORT);
            store.put(NAME, Secret.of("value"));
            keyring.lock();

            assertThat(reasonOf(store)).isEqualTo("The keyring is locked");
            assertThatThrownBy(() -> store.get(NAME)).isInstanceOfSatisfying(SecretStoreException.class, failure -> {
                assertThat(failure.code()).isEqualTo(CoreErrorCode.SECRET_STORE_LOCKED);
                assertThat(failure.hint().orElseThrow()).contains("leapp secret-store use file");
            });
            assertThatThrownBy(() -> store.delete(NAME)).hasMessage("The keyring is locked");
            assertThatThrownBy(store::names).hasMessage("The keyring is locked");
        }
    }

    @Test
    void aLockedKeyringWithoutAPrompterIsTold() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.unlocked(directory)) {
            keyring.lock();

            assertThat(reasonOf(store(
                            keyring.environment(),
                            new Keychains.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20)))))
                    .contains("locked")
                    .contains("no prompter");
        }
    }

    @Test
    void aKeyringWithoutACollectionIsTold() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.neverUnlocked(directory)) {
            assertThat(reasonOf(store(keyring.environment(), SHORT))).contains("no default collection");
        }
    }

    @Test
    void aBusWithoutAKeyringIsTold() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.bus(directory)) {
            assertThat(reasonOf(store(keyring.environment(), SHORT))).contains("No keyring program answers");
        }
    }

    @Test
    void aKeyringThatDiedIsToldAndAnotherOneIsUsed() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.unlocked(directory)) {
            SecretStore store = store(keyring.environment(), SHORT);
            store.put(NAME, Secret.of("value"));
            keyring.daemon().destroyForcibly().onExit().join();
            assertThat(reasonOf(store)).contains("No keyring program answers");

            keyring.unlockAnother();

            assertThat(store.get(NAME).map(Secret::reveal)).contains("value");
        }
    }

    @Test
    void aKeyringThatHangsIsGivenUpInTime() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.unlocked(directory)) {
            PrivateKeyring.freeze(keyring.daemon());

            assertThat(reasonOf(store(keyring.environment(), SHORT))).contains("did not answer");
            PrivateKeyring.awaitNoThreadThatKeepsTheProcessAlive();
        }
    }

    @Test
    void aBusThatHangsIsGivenUpInTime() throws Exception {
        try (PrivateKeyring keyring = PrivateKeyring.bus(directory)) {
            PrivateKeyring.freeze(keyring.daemon());

            assertThat(reasonOf(store(keyring.environment(), SHORT))).contains("did not answer within 2 s");
            PrivateKeyring.awaitNoThreadThatKeepsTheProcessAlive();
        }
    }

    @Test
    void aBusThatIsGoneIsTold() throws IOException {
        PrivateKeyring keyring = PrivateKeyring.bus(directory);
        keyring.close();

        assertThat(reasonOf(store(keyring.environment(), SHORT)))
                .contains("can't be reached")
                .contains(keyring.address());
    }

    private static SecretStore store(Environment environment, Keychains.Limits limits) {
        return Keychains.of("Linux", environment, limits, new RoundTrip(new SecureRandom()));
    }

    private static String reasonOf(SecretStore store) {
        Availability availability = store.probe();
        assertThat(availability).isInstanceOf(Availability.Unavailable.class);
        return ((Availability.Unavailable) availability).reason();
    }
}

package dev.leapp.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreSelectorTest {

    private static final SecretName NAME = new SecretName("account");
    private static final Map<String, String> EMPTY = Map.of();
    private static final Map<String, String> WITH_PASSPHRASE = Map.of("LEAPP_PASSPHRASE", "correct horse");

    @TempDir
    private Path directory;

    private Machine machine;
    private KeptWorkspace repository;
    private Answers interaction;
    private FakeKeychain keychain;
    private SecretStoreSelector selector;
    private SecretStore store;

    @BeforeEach
    void select() {
        machine = new Machine(directory);
        repository = machine.repository;
        interaction = machine.user;
        keychain = machine.keychain;
        restart(EMPTY);
    }

    @Test
    void readingAndDeletingChooseNothing() {
        assertThat(store.get(NAME)).isEmpty();
        store.delete(NAME);

        assertThat(settings()).isEmpty();
        assertThat(keychain.calls()).isZero();
        assertThat(interaction.told()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theFirstSecretChoosesAWorkingKeychainAndSaysSo() {
        store.put(NAME, Secret.of("value"));
        store.put(new SecretName("second"), Secret.of("value"));

        assertThat(settings()).containsExactly(Map.entry("secret-store", "keychain"));
        assertThat(keychain.accounts()).containsExactlyInAnyOrder("account", "second");
        assertThat(interaction.told()).singleElement().asString().contains("OS keychain");
    }

    @Test
    void withoutAKeychainThePassphraseOfTheEnvironmentChoosesTheFileAndSaysWhy() {
        keychain.fail("no session bus");
        restart(WITH_PASSPHRASE);

        store.put(NAME, Secret.of("value"));

        assertThat(settings()).containsExactly(Map.entry("secret-store", "file"));
        assertThat(directory.resolve("secrets.sealed")).exists();
        assertThat(interaction.told())
                .singleElement()
                .asString()
                .contains("no session bus", "secrets.sealed", "LEAPP_PASSPHRASE")
                .doesNotContain("correct horse");
        restart(WITH_PASSPHRASE);
        assertThat(store.get(NAME).map(Secret::reveal)).contains("value");
    }

    @Test
    void aWorkingKeychainIsPreferredToThePassphrase() {
        restart(WITH_PASSPHRASE);

        store.put(NAME, Secret.of("value"));

        assertThat(settings()).containsEntry("secret-store", "keychain");
    }

    @Test
    void withoutAnyStoreTheFirstSecretIsRefusedWithTheCommandsThatHelp() {
        keychain.fail("no session bus");

        assertThatThrownBy(() -> store.put(NAME, Secret.of("value")))
                .isInstanceOfSatisfying(SecretStoreException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(CoreErrorCode.NO_SECRET_STORE);
                    assertThat(refused.code().trouble()).isEqualTo(Trouble.SECRET_STORE_UNAVAILABLE);
                    assertThat(refused).hasMessageContaining("no session bus");
                    assertThat(refused.hint().orElseThrow())
                            .contains("leapp secret-store use file")
                            .contains("--key-file PATH")
                            .contains("LEAPP_PASSPHRASE");
                });
        assertThat(settings()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aChosenKeychainThatFailsLaterIsAnErrorAndNoReasonForAnotherStore() {
        restart(WITH_PASSPHRASE);
        store.put(NAME, Secret.of("value"));
        keychain.fail("locked");

        assertThatThrownBy(() -> store.put(NAME, Secret.of("new"))).isInstanceOf(SecretStoreException.class);
        assertThatThrownBy(() -> store.get(NAME)).hasMessageContaining("locked");
        assertThatThrownBy(() -> store.delete(NAME)).hasMessageContaining("locked");

        assertThat(settings()).containsExactly(Map.entry("secret-store", "keychain"));
        assertThat(directory.resolve("secrets.sealed")).doesNotExist();
    }

    @Test
    void theChoiceOfAQuickerProcessHolds() {
        restart(WITH_PASSPHRASE);
        keychain.fail("no session bus");
        repository.beforeNextUpdate(() -> repository.set("secret-store", "keychain"));

        assertThatThrownBy(() -> store.put(NAME, Secret.of("value"))).hasMessageContaining("no session bus");

        assertThat(settings()).containsEntry("secret-store", "keychain");
        assertThat(interaction.told()).isEmpty();
    }

    @Test
    void anUnknownChoiceIsToldAndKept() {
        repository.set("secret-store", "vault");

        assertThatThrownBy(() -> store.get(NAME)).hasMessageContaining("'vault'");
        assertThatThrownBy(() -> store.put(NAME, Secret.of("value"))).hasMessageContaining("'vault'");
        assertThat(settings()).containsEntry("secret-store", "vault");
    }

    private void restart(Map<String, String> environment) {
        selector = machine.process(environment, OldCopies.deleted());
        store = selector.store();
    }

    private Map<String, String> settings() {
        return machine.settings();
    }
}

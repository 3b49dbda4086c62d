package dev.leapp.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Update;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreUseTest {

    private static final SecretName NAME = new SecretName("account");
    private static final Map<String, String> EMPTY = Map.of();

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
    void aKeyFileIsCreatedPinnedAndUsed() throws Exception {
        Path keyFile = directory.resolve("keys/leapp.key");

        selector.useFile(Optional.of(keyFile));
        store.put(NAME, Secret.of("value"));

        assertThat(Files.size(keyFile)).isEqualTo(32);
        assertThat(settings())
                .containsExactly(
                        Map.entry("secret-store", "file"), Map.entry("secret-store.key-file", keyFile.toString()));
        assertThat(interaction.told()).singleElement().asString().contains(keyFile.toString());
        assertThat(interaction.questions()).isEmpty();
        restart(EMPTY);
        assertThat(store.get(NAME).map(Secret::reveal)).contains("value");
        assertThat(selector.show().keyFile()).contains(keyFile);
    }

    @Test
    void aNewPassphraseIsTypedTwice() {
        interaction.answers("correct horse", "correct horse");

        selector.useFile(Optional.empty());
        store.put(NAME, Secret.of("value"));

        assertThat(interaction.questions()).hasSize(2);
        assertThat(settings()).containsExactly(Map.entry("secret-store", "file"));
        restart(EMPTY);
        interaction.answers("correct horse");
        assertThat(store.get(NAME).map(Secret::reveal)).contains("value");
        assertThat(interaction.questions()).hasSize(3);
    }

    @Test
    void twoPassphrasesThatDifferCreateNothing() {
        interaction.answers("correct horse", "corect horse");

        assertThatThrownBy(() -> selector.useFile(Optional.empty())).hasMessageContaining("differ");

        assertThat(settings()).isEmpty();
        assertThat(directory.resolve("secrets.sealed")).doesNotExist();
    }

    @Test
    void aKeychainThatDoesNotWorkCannotBeChosen() {
        keychain.fail("no session bus");

        assertThatThrownBy(() -> selector.useKeychain())
                .isInstanceOf(SecretStoreException.class)
                .hasMessageContaining("no session bus");

        assertThat(settings()).isEmpty();
    }

    @Test
    void theFileIsNotLeftWhileSecretsLieInIt() {
        selector.useFile(Optional.of(directory.resolve("one.key")));
        store.put(NAME, Secret.of("value"));

        assertThatThrownBy(() -> selector.useKeychain())
                .isInstanceOfSatisfying(LeappException.class, refused -> {
                    assertThat(refused.code().trouble()).isEqualTo(Trouble.CONFLICT);
                    assertThat(refused.hint().orElseThrow()).contains("leapp secret-store migrate keychain");
                })
                .hasMessageContaining("secrets.sealed");
        assertThatThrownBy(() -> selector.useFile(Optional.of(directory.resolve("two.key"))))
                .hasMessageContaining("secrets.sealed");

        assertThat(settings())
                .containsEntry(
                        "secret-store.key-file", directory.resolve("one.key").toString());
        assertThat(directory.resolve("two.key")).doesNotExist();
        assertThat(store.get(NAME).map(Secret::reveal)).contains("value");
    }

    @Test
    void anEmptyFileCanBeLeftOrGetAnotherKey() {
        selector.useFile(Optional.of(directory.resolve("one.key")));
        store.put(NAME, Secret.of("value"));
        store.delete(NAME);

        selector.useFile(Optional.of(directory.resolve("two.key")));
        store.put(NAME, Secret.of("by the second key"));
        assertThat(store.get(NAME).map(Secret::reveal)).contains("by the second key");
        store.delete(NAME);
        selector.useKeychain();

        assertThat(settings()).containsExactly(Map.entry("secret-store", "keychain"));
    }

    @Test
    void theKeychainIsNotLeftWhileSessionsMayHaveSecretsInIt() {
        store.put(NAME, Secret.of("value"));
        repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder()
                        .session(Session.builder(
                                        new SessionId("0000"), "ops", new SessionType("aws-iam-user"), "eu-west-1")
                                .build())
                        .build()),
                true,
                "add a session"));

        assertThatThrownBy(() -> selector.useFile(Optional.of(directory.resolve("one.key"))))
                .hasMessageContaining("1 session")
                .hasMessageContaining("OS keychain");

        assertThat(settings()).containsExactly(Map.entry("secret-store", "keychain"));
        assertThat(directory.resolve("one.key")).doesNotExist();
    }

    @Test
    void theKeychainIsLeftWhenNothingCanLieInIt() {
        selector.useKeychain();

        selector.useFile(Optional.of(directory.resolve("one.key")));

        assertThat(settings()).containsEntry("secret-store", "file");
    }

    @Test
    void showingTellsTheChoiceAndWhetherItWorks() {
        assertThat(selector.show().chosen()).isEmpty();
        assertThat(selector.show().availability().isAvailable()).isTrue();

        store.put(NAME, Secret.of("value"));
        keychain.fail("locked");

        assertThat(selector.show().chosen()).contains("keychain");
        assertThat(selector.show().availability()).isEqualTo(new Availability.Unavailable("locked"));
        assertThat(store.id()).isEqualTo("keychain");
    }

    @Test
    void showingAFileAsksForNoPassphrase() {
        interaction.answers("correct horse", "correct horse");
        selector.useFile(Optional.empty());
        restart(EMPTY);

        assertThat(selector.show().chosen()).contains("file");
        assertThat(selector.show().availability().isAvailable()).isTrue();
        assertThat(interaction.questions()).hasSize(2);
    }

    @Test
    void anEmbeddersOwnStoreLeavesNothingToChoose() {
        GivenSecretStores given = new GivenSecretStores(SecretStore.inMemory());

        assertThat(given.show().chosen()).contains("memory");
        assertThatThrownBy(given::useKeychain).hasMessageContaining("its own secret store");
        assertThatThrownBy(() -> given.useFile(Optional.empty())).hasMessageContaining("its own secret store");
    }

    private void restart(Map<String, String> environment) {
        selector = machine.process(environment, OldCopies.deleted());
        store = selector.store();
    }

    private Map<String, String> settings() {
        return machine.settings();
    }
}

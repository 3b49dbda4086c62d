package dev.leapp.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStoreTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong while secrets move, and what is left to do then. */
class MigrationTroublesTest {

    private static final String OPS = "1111-aaaa";
    private static final String DEV = "2222-bbbb";

    @TempDir
    private Path directory;

    private Machine machine;

    @BeforeEach
    void start() {
        machine = new Machine(directory);
        machine.addSession(OPS);
        machine.addSession(DEV);
    }

    @Test
    void whatCannotBeReadBackIsNotMoved() {
        machine.process().useFile(Optional.of(machine.keyFile("key")));
        machine.put(OPS + "-key", "long-term");
        machine.keychain.forgets();

        assertThatThrownBy(() -> machine.process().migrate(SecretStoreTarget.keychain()))
                .isInstanceOf(SecretStoreException.class)
                .hasMessageContaining(OPS + "-key")
                .hasMessageContaining("could not be read back");

        assertThat(machine.settings()).containsEntry("secret-store", "file");
        assertThat(machine.find(OPS + "-key")).contains("long-term");
        assertThat(machine.user.told()).last().asString().contains("still lie in the encrypted file");
    }

    @Test
    void aStoreThatDoesNotWorkIsNotMovedTo() {
        machine.process().useFile(Optional.of(machine.keyFile("key")));
        machine.put(OPS + "-key", "long-term");
        machine.keychain.fail("no session bus");

        assertThatThrownBy(() -> machine.process().migrate(SecretStoreTarget.keychain()))
                .hasMessageContaining("no session bus");

        assertThat(machine.find(OPS + "-key")).contains("long-term");
    }

    @Test
    void aSecretThatWasDeletedSinceAnEarlierAttemptDoesNotComeBack() {
        machine.put(OPS + "-key", "long-term");
        machine.put(DEV + "-key", "long-term");
        machine.keychain.values().put(OPS + "-displaced", "x");
        machine.keychain.values().put(OPS + "-session-credentials", "x");
        machine.life.endsAfter(8);
        assertThatThrownBy(() -> machine.process().migrate(machine.file("key"))).isInstanceOf(Lifetime.Killed.class);
        machine.life.goesOn();
        SecretStore store = machine.store();
        List.of("-key", "-displaced", "-session-credentials").forEach(end -> store.delete(new SecretName(OPS + end)));

        machine.process().migrate(machine.file("key"));

        assertThat(machine.store().names().orElseThrow()).containsExactly(new SecretName(DEV + "-key"));
    }

    @Test
    void oldCopiesThatCannotBeDeletedAreToldAndGoTheNextTime() {
        machine.put(OPS + "-key", "long-term");
        machine.repository.beforeNextUpdate(() -> machine.keychain.fail("locked"));

        assertThatThrownBy(() -> machine.process().migrate(machine.file("key")))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.hint().orElseThrow())
                                .contains("leapp secret-store migrate file --key-file " + machine.keyFile("key")))
                .hasMessageContaining("lie in the encrypted file now")
                .hasMessageContaining("locked");
        assertThat(machine.find(OPS + "-key")).contains("long-term");
        machine.keychain.fail(null);
        SecretMigration again = machine.process().migrate(machine.file("key"));

        assertThat(again.leftoversDeleted()).isOne();
        assertThat(again.moved()).isEmpty();
        assertThat(machine.keychain.accounts()).isEmpty();
        assertThat(machine.settings()).doesNotContainKey("secret-store.left");
    }

    @Test
    void anotherStoreIsChosenOnlyAfterTheOldCopiesOfAnEarlierMigrationAreGone() {
        machine.put(OPS + "-key", "long-term");
        machine.repository.beforeNextUpdate(() -> machine.keychain.fail("locked"));
        assertThatThrownBy(() -> machine.process().migrate(machine.file("key"))).isInstanceOf(LeappException.class);
        machine.keychain.fail(null);
        machine.store().delete(new SecretName(OPS + "-key"));

        machine.process().useKeychain();

        assertThat(machine.find(OPS + "-key")).isEmpty();
        assertThat(machine.keychain.accounts()).isEmpty();
    }

    @Test
    void whoChoosesAnotherStoreMeanwhileWins() {
        machine.put(OPS + "-key", "long-term");
        machine.repository.beforeNextUpdate(() -> machine.repository.set("secret-store", "file"));

        assertThatThrownBy(() -> machine.process().migrate(machine.file("key")))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(CoreErrorCode.OVERTAKEN));

        assertThat(machine.keychain.values()).containsEntry(OPS + "-key", "long-term");
    }
}

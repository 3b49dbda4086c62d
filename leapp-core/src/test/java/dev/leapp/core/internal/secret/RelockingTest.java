package dev.leapp.core.internal.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretStoreTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encrypted file gets another key. */
class RelockingTest {

    private static final String ACCOUNT = "1111-key";

    @TempDir
    private Path directory;

    private Machine machine;

    @BeforeEach
    void start() {
        machine = new Machine(directory);
        machine.addSession("1111");
    }

    @Test
    void fromAPassphraseToAKeyFile() {
        lockedByPassphrase();
        machine.user.answers("correct horse");

        SecretMigration result = machine.process().migrate(machine.file("key"));

        assertThat(result.from()).contains("file");
        assertThat(result.moved()).isEmpty();
        assertThat(machine.find(ACCOUNT)).contains("value");
        assertThat(machine.settings())
                .containsEntry("secret-store.key-file", machine.keyFile("key").toString());
        assertThat(machine.sealed()).content(ISO_8859_1).contains("\nkey-file ");
    }

    @Test
    void fromAKeyFileToAPassphrase() {
        lockedBy("key");
        machine.user.answers("correct horse", "correct horse");

        machine.process().migrate(SecretStoreTarget.file());

        machine.user.answers("correct horse");
        assertThat(machine.find(ACCOUNT)).contains("value");
        assertThat(machine.settings()).doesNotContainKey("secret-store.key-file");
    }

    @Test
    void fromOneKeyFileToAnother() throws Exception {
        lockedBy("one");

        machine.process().migrate(machine.file("two"));

        Files.delete(machine.keyFile("one"));
        assertThat(machine.find(ACCOUNT)).contains("value");
    }

    @Test
    void aWrongPassphraseChangesNothing() {
        lockedByPassphrase();
        machine.user.answers("wrong horse");

        assertThatThrownBy(() -> machine.process().migrate(machine.file("key")))
                .isInstanceOf(SecretStoreException.class);

        assertThat(machine.keyFile("key")).doesNotExist();
        machine.user.answers("correct horse");
        assertThat(machine.find(ACCOUNT)).contains("value");
    }

    @Test
    void aLostKeyFileIsToldAsSuch() throws Exception {
        lockedBy("key");
        Files.delete(machine.keyFile("key"));

        assertThatThrownBy(() -> machine.process().migrate(SecretStoreTarget.file()))
                .hasMessageContaining(machine.keyFile("key") + " is not there");
    }

    @Test
    void killedAtAnyChangeTheNextAttemptCompletesIt() throws Exception {
        boolean killed = true;
        for (int step = 0; killed; step++) {
            Path home = Files.createDirectory(directory.resolve("run" + step));
            machine = new Machine(home);
            lockedBy("one");
            machine.life.endsAfter(step);
            killed = isKilled(() -> machine.process().migrate(machine.file("two")));
            machine.life.goesOn();

            assertThat(settled(machine)).as("killed before change %d", step).isTrue();
            machine.process().migrate(machine.file("two"));

            assertThat(machine.find(ACCOUNT)).contains("value");
            assertThat(machine.settings())
                    .containsEntry(
                            "secret-store.key-file", machine.keyFile("two").toString());
        }
    }

    @Test
    void betweenTheFileAndThePinTheErrorNamesTheCommandThatCompletesIt() {
        lockedByPassphrase();
        machine.user.answers("correct horse");
        machine.repository.beforeNextUpdate(() -> {
            throw new Lifetime.Killed();
        });
        assertThatThrownBy(() -> machine.process().migrate(machine.file("key"))).isInstanceOf(Lifetime.Killed.class);

        assertThatThrownBy(() -> machine.find(ACCOUNT)).isInstanceOfSatisfying(SecretStoreException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.SECRET_STORE_LOCKED);
            assertThat(e.hint().orElseThrow()).contains("leapp secret-store migrate file");
        });
        machine.process().migrate(machine.file("key"));

        assertThat(machine.find(ACCOUNT)).contains("value");
    }

    /** The value can be read, or it is known that the key is another one. */
    private static boolean settled(Machine machine) {
        try {
            return machine.find(ACCOUNT).equals(Optional.of("value"));
        } catch (SecretStoreException e) {
            return e.code().equals(CoreErrorCode.SECRET_STORE_LOCKED);
        }
    }

    private static boolean isKilled(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Lifetime.Killed killed) {
            return true;
        }
    }

    private void lockedBy(String keyFile) {
        machine.process().useFile(Optional.of(machine.keyFile(keyFile)));
        machine.put(ACCOUNT, "value");
    }

    private void lockedByPassphrase() {
        machine.user.answers("correct horse", "correct horse");
        machine.process().useFile(Optional.empty());
        machine.user.answers("correct horse");
        machine.put(ACCOUNT, "value");
    }
}

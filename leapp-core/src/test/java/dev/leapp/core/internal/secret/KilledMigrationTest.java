package dev.leapp.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStoreTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that moves secrets dies before each of its changes: nothing is lost, and the next attempt completes the move. */
class KilledMigrationTest {

    private static final Map<String, String> OURS =
            Map.of("1111-key", "one", "1111-session-credentials", "two", "2222-key", "three", "2222-displaced", "four");

    @TempDir
    private Path directory;

    @Test
    void fromTheKeychainToTheFile() throws IOException {
        List<String> steps = killAtEach(false);

        assertThat(steps)
                .containsSubsequence(
                        "replace secrets.sealed",
                        "workspace: use secret store file",
                        "delete 1111-key",
                        "delete 2222-key",
                        "workspace: delete old copies of secrets");
    }

    @Test
    void fromTheFileToTheKeychain() throws IOException {
        List<String> steps = killAtEach(true);

        assertThat(steps)
                .containsSubsequence(
                        "put 1111-key",
                        "put 2222-key",
                        "workspace: use secret store keychain",
                        "delete secrets.sealed",
                        "workspace: delete old copies of secrets");
    }

    private List<String> killAtEach(boolean fromFile) throws IOException {
        int kills = 0;
        while (true) {
            Machine machine = machine(directory.resolve("run" + kills), fromFile);
            SecretStoreTarget target = fromFile ? SecretStoreTarget.keychain() : machine.file("key");
            machine.life.endsAfter(kills);
            if (!isKilled(() -> machine.process().migrate(target))) {
                return machine.life.steps();
            }
            machine.life.goesOn();
            assertAllThere(machine, kills);

            machine.process().migrate(target);

            assertAllThere(machine, kills);
            assertThat(machine.settings()).doesNotContainKey("secret-store.left");
            assertThat(
                            fromFile
                                    ? Files.exists(machine.sealed())
                                    : machine.keychain.accounts().contains("1111-key"))
                    .as("old copies, killed before change %d", kills)
                    .isFalse();
            assertThat(machine.keychain.values()).containsEntry("9999-key", "of another workspace");
            kills++;
        }
    }

    private static void assertAllThere(Machine machine, int kills) {
        OURS.forEach((account, value) -> assertThat(machine.find(account))
                .as("%s, killed before change %d", account, kills)
                .contains(value));
        assertThat(machine.store().names().orElseThrow())
                .containsAll(OURS.keySet().stream().map(SecretName::new).toList());
    }

    private static Machine machine(Path home, boolean fromFile) throws IOException {
        Machine machine = new Machine(Files.createDirectory(home));
        machine.addSession("1111");
        machine.addSession("2222");
        machine.keychain.values().put("9999-key", "of another workspace");
        if (fromFile) {
            machine.process().useFile(Optional.of(machine.keyFile("key")));
        }
        OURS.forEach(machine::put);
        return machine;
    }

    private static boolean isKilled(Runnable work) {
        try {
            work.run();
            return false;
        } catch (Lifetime.Killed killed) {
            return true;
        }
    }
}

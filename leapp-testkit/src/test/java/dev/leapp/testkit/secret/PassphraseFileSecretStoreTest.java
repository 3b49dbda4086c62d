package dev.leapp.testkit.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.internal.secret.file.Passphrases;
import dev.leapp.core.port.SecretStore;
import dev.leapp.testkit.contract.SecretStoreContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;

class PassphraseFileSecretStoreTest extends SecretStoreContract {

    @TempDir
    private Path directory;

    @Override
    protected SecretStore emptyStore() {
        return FileSecretStore.withPassphrase(
                new LeappDirectory(directory),
                new AlwaysTheSame("correct horse"),
                new Argon2Cost(8, 1, 1),
                FileOperations.ofTheSystem(),
                new SecureRandom());
    }

    private record AlwaysTheSame(String passphrase) implements Passphrases {

        @Override
        public Secret toOpen(Path file) {
            return Secret.of(passphrase);
        }

        @Override
        public Secret toCreate(Path file) {
            return Secret.of(passphrase);
        }
    }
}

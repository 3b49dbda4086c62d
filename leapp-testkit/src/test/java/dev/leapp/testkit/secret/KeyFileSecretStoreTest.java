package dev.leapp.testkit.secret;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.internal.secret.file.KeyFile;
import dev.leapp.core.port.SecretStore;
import dev.leapp.testkit.contract.SecretStoreContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;

class KeyFileSecretStoreTest extends SecretStoreContract {

    @TempDir
    private Path directory;

    @Override
    protected SecretStore emptyStore() {
        SecureRandom random = new SecureRandom();
        KeyFile keyFile = new KeyFile(directory.resolve("key"));
        keyFile.createIfMissing(random);
        return FileSecretStore.withKeyFile(
                new LeappDirectory(directory), keyFile, FileOperations.ofTheSystem(), random);
    }
}

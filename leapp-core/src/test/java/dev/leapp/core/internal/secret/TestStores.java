package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** The stores of a machine with another keychain, and with a derivation that costs little. */
final class TestStores implements Stores {

    private final SecretStore keychain;
    private final Stores system;

    TestStores(
            SecretStore keychain,
            Path directory,
            Environment environment,
            UserInteraction interaction,
            FileOperations files) {
        this.keychain = keychain;
        this.system = new SystemStores(
                "Linux",
                environment,
                Keychains.Limits.NON_INTERACTIVE,
                new LeappDirectory(directory),
                new AskedPassphrases(environment, interaction),
                new Argon2Cost(8, 1, 1),
                files,
                new SecureRandom());
    }

    @Override
    public SecretStore keychain() {
        return keychain;
    }

    @Override
    public FileSecretStore file(Optional<Path> keyFile) {
        return system.file(keyFile);
    }

    @Override
    public void createKeyFileIfMissing(Path keyFile) {
        system.createKeyFileIfMissing(keyFile);
    }
}

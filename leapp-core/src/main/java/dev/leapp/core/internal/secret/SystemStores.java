package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.internal.secret.file.KeyFile;
import dev.leapp.core.internal.secret.file.Passphrases;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The stores of this machine.
 *
 * @param osName the operating system, as {@code os.name} gives it
 * @param environment where the session bus is
 * @param limits how long the keychain may take
 * @param directory where the encrypted file lies
 * @param passphrases gives the encrypted file's passphrase
 * @param costOfNew what the derivation from a new passphrase costs
 * @param operations writes the encrypted file
 * @param random makes keys, salts and nonces
 */
record SystemStores(
        String osName,
        Environment environment,
        Keychains.Limits limits,
        LeappDirectory directory,
        Passphrases passphrases,
        Argon2Cost costOfNew,
        FileOperations operations,
        SecureRandom random)
        implements Stores {

    @Override
    public SecretStore keychain() {
        return Keychains.of(osName, environment, limits, new RoundTrip(random));
    }

    @Override
    public FileSecretStore file(Optional<Path> keyFile) {
        return keyFile.map(path -> FileSecretStore.withKeyFile(directory, new KeyFile(path), operations, random))
                .orElseGet(() -> FileSecretStore.withPassphrase(directory, passphrases, costOfNew, operations, random));
    }

    @Override
    public void createKeyFileIfMissing(Path keyFile) {
        new KeyFile(keyFile).createIfMissing(random);
    }
}

package dev.leapp.core.internal.secret.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final SecretName NAME = new SecretName("account");
    private static final Argon2Cost CHEAP = new Argon2Cost(8, 1, 1);

    private final SecureRandom random = new SecureRandom();
    private final CountedPassphrases passphrases = new CountedPassphrases("correct horse");

    @TempDir
    private Path directory;

    @Test
    void aFileLockedWithAnotherKindOfKeyIsToldAsSuch() {
        passphraseStore().put(NAME, Secret.of("value"));

        assertThatThrownBy(() -> keyFileStore().get(NAME))
                .hasMessageContaining("is locked with a passphrase, not with a key file");
        assertThat(keyFileStore().glance()).isInstanceOf(Availability.Unavailable.class);
    }

    @Test
    void aKeyFileIsCreatedForItsOwnerOnly() throws Exception {
        keyFileStore().put(NAME, Secret.of("value"));

        assertThat(Files.size(keyFile())).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        assertThat(keyFileStore().get(NAME).map(Secret::reveal)).contains("value");
    }

    @Test
    void anExistingKeyFileIsNeverReplaced() throws Exception {
        Files.createDirectory(keyFile().getParent());
        Files.write(keyFile(), new byte[40], StandardOpenOption.CREATE_NEW);
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("r--------"));

        keyFileStore().put(NAME, Secret.of("value"));

        assertThat(keyFile()).hasBinaryContent(new byte[40]);
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefused() throws Exception {
        keyFileStore().put(NAME, Secret.of("value"));
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> keyFileStore().get(NAME))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.hint()).contains("run: chmod 600 " + keyFile()));
    }

    @Test
    void aKeyFileThatIsTooShortMissingOrAnotherIsRefused() throws Exception {
        keyFileStore().put(NAME, Secret.of("value"));
        FileSecretStore store =
                FileSecretStore.withKeyFile(leapp(), new KeyFile(keyFile()), FileOperations.ofTheSystem(), random);

        overwriteKeyFile(new byte[31]);
        assertThatThrownBy(() -> store.get(NAME)).hasMessageContaining("32 to");
        overwriteKeyFile(new byte[32]);
        assertThatThrownBy(() -> store.get(NAME)).hasMessageContaining("key file does not open");
        assertThat(store.glance()).isInstanceOf(Availability.Unavailable.class);
        Files.delete(keyFile());
        assertThatThrownBy(() -> store.get(NAME)).hasMessageContaining("is not there");
    }

    private void overwriteKeyFile(byte[] bytes) throws IOException {
        Files.write(keyFile(), bytes);
    }

    private FileSecretStore passphraseStore() {
        return FileSecretStore.withPassphrase(leapp(), passphrases, CHEAP, FileOperations.ofTheSystem(), random);
    }

    private FileSecretStore keyFileStore() {
        KeyFile keyFile = new KeyFile(keyFile());
        keyFile.createIfMissing(random);
        return FileSecretStore.withKeyFile(leapp(), keyFile, FileOperations.ofTheSystem(), random);
    }

    private LeappDirectory leapp() {
        return new LeappDirectory(directory);
    }

    private Path keyFile() {
        return directory.resolve("keys").resolve("key");
    }
}

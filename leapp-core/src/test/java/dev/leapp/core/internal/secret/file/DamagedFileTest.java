package dev.leapp.core.internal.secret.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.port.SecretName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {

    private static final SecretName NAME = new SecretName("account");
    private static final Argon2Cost CHEAP = new Argon2Cost(8, 1, 1);

    private final SecureRandom random = new SecureRandom();
    private final CountedPassphrases passphrases = new CountedPassphrases("correct horse");

    @TempDir
    private Path directory;

    @Test
    void whateverIsNotExactlyTheFormatIsRefusedAndLeftAsItIs() throws Exception {
        passphraseStore().put(NAME, Secret.of("value"));
        byte[] whole = Files.readAllBytes(sealed());
        List<byte[]> damaged = new ArrayList<>(List.of(new byte[0], "leapp".getBytes(StandardCharsets.UTF_8)));
        for (int length = 1; length < whole.length; length += 7) {
            damaged.add(Arrays.copyOf(whole, length));
        }
        for (int position = 0; position < whole.length; position += 3) {
            byte[] flipped = whole.clone();
            flipped[position] ^= 1;
            damaged.add(flipped);
        }

        for (byte[] bytes : damaged) {
            Files.write(sealed(), bytes);
            FileSecretStore store = passphraseStore();
            assertThatThrownBy(() -> store.get(NAME)).isInstanceOf(SecretStoreException.class);
            assertThatThrownBy(() -> store.put(NAME, Secret.of("new"))).isInstanceOf(SecretStoreException.class);
            assertThatThrownBy(() -> store.delete(NAME)).isInstanceOf(SecretStoreException.class);
            assertThat(sealed()).hasBinaryContent(bytes);
        }
    }

    @Test
    void damageIsToldAsSuch() throws Exception {
        passphraseStore().put(NAME, Secret.of("value"));
        byte[] bytes = Files.readAllBytes(sealed());
        bytes[bytes.length - 1] ^= 1;
        Files.write(sealed(), bytes);

        assertThatThrownBy(() -> passphraseStore().get(NAME)).hasMessageContaining("is damaged: it was cut or altered");
    }

    @Test
    void aNewerFormatIsToldAsSuch() throws Exception {
        Files.writeString(sealed(), "leapp-secrets 2\nsomething new\n\n");

        assertThatThrownBy(() -> passphraseStore().get(NAME)).hasMessageContaining("format 2");
    }

    @Test
    void aDerivationOfAbsurdCostIsRefused() throws Exception {
        passphraseStore().put(NAME, Secret.of("value"));
        String text = Files.readString(sealed(), StandardCharsets.ISO_8859_1);
        Files.writeString(
                sealed(), text.replace("argon2id 8 1 1", "argon2id 99999999 1 1"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> passphraseStore().get(NAME)).hasMessageContaining("does not say how it is locked");
        assertThat(passphrases.questions()).isOne();
    }

    @Test
    void aFullDiskLeavesTheFormerSecrets() throws Exception {
        passphraseStore().put(NAME, Secret.of("former"));
        byte[] before = Files.readAllBytes(sealed());
        FileSecretStore store = FileSecretStore.withPassphrase(
                leapp(), passphrases, CHEAP, new FullDisk(FileOperations.ofTheSystem()), random);

        assertThatThrownBy(() -> store.put(NAME, Secret.of("new")))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.DISK_FULL));

        assertThat(sealed()).hasBinaryContent(before);
    }

    /** A disk without room for another byte. */
    private record FullDisk(FileOperations real) implements FileOperations {

        @Override
        public OutputFile create(Path file) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public OutputFile append(Path file) throws IOException {
            return real.append(file);
        }

        @Override
        public void truncate(Path file, long size) throws IOException {
            real.truncate(file, size);
        }

        @Override
        public void replace(Path source, Path target) throws IOException {
            real.replace(source, target);
        }

        @Override
        public void forceDirectory(Path toForce) throws IOException {
            real.forceDirectory(toForce);
        }

        @Override
        public void createDirectories(Path toCreate) throws IOException {
            real.createDirectories(toCreate);
        }

        @Override
        public void delete(Path file) throws IOException {
            real.delete(file);
        }

        @Override
        public List<Path> list(Path toList) throws IOException {
            return real.list(toList);
        }
    }

    private FileSecretStore passphraseStore() {
        return FileSecretStore.withPassphrase(leapp(), passphrases, CHEAP, FileOperations.ofTheSystem(), random);
    }

    private LeappDirectory leapp() {
        return new LeappDirectory(directory);
    }

    private Path sealed() {
        return directory.resolve("secrets.sealed");
    }
}

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreTest {

    private static final SecretName NAME = new SecretName("account");
    private static final Argon2Cost CHEAP = new Argon2Cost(8, 1, 1);

    private final SecureRandom random = new SecureRandom();
    private final CountedPassphrases passphrases = new CountedPassphrases("correct horse");

    @TempDir
    private Path directory;

    @Test
    void nothingIsTouchedOrAskedBeforeTheFirstSecret() {
        FileSecretStore store = passphraseStore();

        assertThat(store.get(NAME)).isEmpty();
        store.delete(NAME);

        assertThat(passphrases.questions()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void thePassphraseIsAskedOncePerStore() {
        FileSecretStore store = passphraseStore();

        store.put(NAME, Secret.of("value"));
        store.put(new SecretName("other"), Secret.of("value"));
        store.get(NAME);
        store.delete(NAME);

        assertThat(passphrases.questions()).isOne();
    }

    @Test
    void anotherStoreReadsTheSameFile() {
        passphraseStore().put(NAME, Secret.of("value"));

        assertThat(passphraseStore().get(NAME).map(Secret::reveal)).contains("value");
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        passphraseStore().put(NAME, Secret.of("value"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sealed())))
                .isEqualTo("rw-------");
    }

    @Test
    void neitherSecretsNorAccountsNorThePassphraseAreInTheFile() throws Exception {
        passphraseStore().put(new SecretName("visible-account"), Secret.of("visible-value"));

        String bytes = Files.readString(sealed(), StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .startsWith("leapp-secrets 1\nargon2id 8 1 1 ")
                .doesNotContain("visible-account")
                .doesNotContain("visible-value")
                .doesNotContain("correct horse");
    }

    @Test
    void aWrongPassphraseIsToldAndNothingIsOverwritten() throws Exception {
        passphraseStore().put(NAME, Secret.of("value"));
        byte[] before = Files.readAllBytes(sealed());
        passphrases.answer("wrong horse");
        FileSecretStore store = passphraseStore();

        assertThatThrownBy(() -> store.put(NAME, Secret.of("new")))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.SECRET_STORE_LOCKED))
                .hasMessageContaining("passphrase does not open")
                .hasMessageNotContaining("horse")
                .hasNoCause();
        assertThatThrownBy(() -> store.get(NAME)).hasMessageContaining("passphrase does not open");
        assertThatThrownBy(() -> store.delete(NAME)).hasMessageContaining("passphrase does not open");

        assertThat(sealed()).hasBinaryContent(before);
    }

    @Test
    void aWrongPassphraseIsForgotten() {
        passphraseStore().put(NAME, Secret.of("value"));
        passphrases.answer("wrong horse");
        FileSecretStore store = passphraseStore();
        assertThatThrownBy(() -> store.get(NAME)).isInstanceOf(SecretStoreException.class);

        passphrases.answer("correct horse");

        assertThat(store.get(NAME).map(Secret::reveal)).contains("value");
    }

    @Test
    void anEmptyPassphraseIsRefused() {
        passphrases.answer("");

        assertThatThrownBy(() -> passphraseStore().put(NAME, Secret.of("value")))
                .hasMessageContaining("empty passphrase");
        assertThat(sealed()).doesNotExist();
    }

    @Test
    void twoStoresWithOneFileLoseNothing() {
        FileSecretStore one = passphraseStore();
        FileSecretStore two = passphraseStore();

        for (int i = 0; i < 10; i++) {
            one.put(new SecretName("one-" + i), Secret.of("1"));
            two.put(new SecretName("two-" + i), Secret.of("2"));
        }

        FileSecretStore fresh = passphraseStore();
        for (int i = 0; i < 10; i++) {
            assertThat(fresh.get(new SecretName("one-" + i))).isPresent();
            assertThat(fresh.get(new SecretName("two-" + i))).isPresent();
        }
    }

    @Test
    @Timeout(120)
    void twoProcessesThatCreateAndWriteTogetherLoseNothing() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String prefix : List.of("one", "two")) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SecretWriter.class.getName(),
                            directory.toString(),
                            prefix)
                    .inheritIO()
                    .start());
        }

        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }

        FileSecretStore fresh = passphraseStore();
        for (int i = 0; i < SecretWriter.SECRETS; i++) {
            assertThat(fresh.get(new SecretName("one-" + i)).map(Secret::reveal))
                    .contains("value " + i);
            assertThat(fresh.get(new SecretName("two-" + i)).map(Secret::reveal))
                    .contains("value " + i);
        }
    }

    @Test
    void aFileThatWasCreatedAnewMeanwhileIsOpenedAnew() throws Exception {
        FileSecretStore store = passphraseStore();
        store.put(NAME, Secret.of("former"));
        Files.delete(sealed());
        passphraseStore().put(NAME, Secret.of("of the new file"));

        assertThat(store.get(NAME).map(Secret::reveal)).contains("of the new file");
        store.put(new SecretName("other"), Secret.of("value"));

        assertThat(passphraseStore().get(NAME).map(Secret::reveal)).contains("of the new file");
    }

    @Test
    void aClosedStoreOpensNothingAnyMore() {
        FileSecretStore store = passphraseStore();
        store.put(NAME, Secret.of("value"));

        store.close();
        store.close();

        assertThatThrownBy(() -> store.get(NAME)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void glancingNeitherAsksNorWrites() {
        assertThat(passphraseStore().glance().isAvailable()).isTrue();
        assertThat(sealed()).doesNotExist();

        passphraseStore().put(NAME, Secret.of("value"));
        int asked = passphrases.questions();
        assertThat(passphraseStore().glance().isAvailable()).isTrue();

        assertThat(passphrases.questions()).isEqualTo(asked);
    }

    @Test
    void onlyAnEmptyFileIsDiscarded() {
        FileSecretStore store = passphraseStore();
        store.put(NAME, Secret.of("value"));
        assertThat(store.discardIfEmpty()).isFalse();
        assertThat(sealed()).exists();

        store.delete(NAME);

        assertThat(store.discardIfEmpty()).isTrue();
        assertThat(sealed()).doesNotExist();
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

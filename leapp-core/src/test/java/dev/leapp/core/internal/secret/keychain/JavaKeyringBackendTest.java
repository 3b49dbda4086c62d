package dev.leapp.core.internal.secret.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.SecretName;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What java-keyring says and throws on macOS and Windows, as far as that can be played through without them. */
class JavaKeyringBackendTest {

    private static final SecretName NAME = new SecretName("account");

    private final FakeKeyring keyring = new FakeKeyring();

    @ParameterizedTest
    @EnumSource(
            value = OperatingSystem.class,
            names = {"MACOS", "WINDOWS"})
    void whatWasWrittenIsReadBackReplacedAndDeleted(OperatingSystem system) {
        keyring.absent = system == OperatingSystem.WINDOWS
                ? "Error code 1168"
                : "No stored credentials match Leapp account: account";
        KeychainSecretStore store = store(system);

        assertThat(store.get(NAME)).isEmpty();
        store.put(NAME, Secret.of("value"));
        store.put(NAME, Secret.of("other"));
        assertThat(store.get(NAME).map(Secret::reveal)).contains("other");
        store.delete(NAME);
        store.delete(NAME);

        assertThat(store.get(NAME)).isEmpty();
        assertThat(store.names()).isEmpty();
        assertThat(keyring.opened).isZero();
    }

    @Test
    void windowsKeepsValuesThatAreLongerThanACredentialMayBe() {
        keyring.mostUtf16Bytes = 2560;
        keyring.absent = "Error code 1168";
        KeychainSecretStore store = store(OperatingSystem.WINDOWS);

        store.put(NAME, Secret.of("\u20AC".repeat(1280)));
        assertThat(keyring.values).hasSize(1);
        store.put(NAME, Secret.of("\u20AC".repeat(20_000)));
        assertThat(keyring.values).hasSize(17);

        assertThat(store.get(NAME).map(Secret::reveal)).contains("\u20AC".repeat(20_000));
        store.delete(NAME);
        assertThat(keyring.values).isEmpty();
    }

    @Test
    void macOsKeepsLongValuesInOneItem() {
        keyring.absent = "The specified item could not be found in the keychain.";

        store(OperatingSystem.MACOS).put(NAME, Secret.of("x".repeat(9000)));

        assertThat(keyring.values).containsOnlyKeys("account");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WINDOWS | Error code 5                                          | SECRET_STORE_FAILED | refused (Error code 5)
            WINDOWS | Error code 1312                                       | SECRET_STORE_LOCKED | is locked
            WINDOWS | the value was hunter2                                 | SECRET_STORE_FAILED | refused
            MACOS   | User interaction is not allowed.                      | SECRET_STORE_LOCKED | is locked
            MACOS   | User canceled the operation.                          | SECRET_STORE_LOCKED | is locked
            MACOS   | The user name or passphrase you entered is not correct. | SECRET_STORE_LOCKED | is locked
            MACOS   | the value was hunter2                                 | SECRET_STORE_FAILED | refused
            """)
    void aFailureIsToldFromAnAbsentItem(OperatingSystem system, String said, CoreErrorCode code, String words) {
        keyring.failure = new PasswordAccessException(said);

        assertTold(store(system), code, words);
    }

    @Test
    void aRawExceptionOfTheLibraryIsToldInWords() {
        keyring.failure = new NullPointerException("Cannot invoke because \"response\" is null");

        assertTold(store(OperatingSystem.MACOS), CoreErrorCode.SECRET_STORE_FAILED, "(NullPointerException)");
    }

    @Test
    void aSystemWithoutAKeychainIsToldInWords() {
        KeychainSecretStore store = store(OperatingSystem.WINDOWS, () -> {
            throw new BackendNotSupportedException("No available keyring backend found");
        });

        assertTold(store, CoreErrorCode.NO_SECRET_STORE, "can't be used here");
    }

    private static void assertTold(KeychainSecretStore store, ErrorCode code, String words) {
        assertThatThrownBy(() -> store.get(NAME))
                .isInstanceOfSatisfying(SecretStoreException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.hint().orElseThrow()).contains("leapp secret-store use file");
                })
                .hasMessageContaining(words)
                .hasMessageNotContaining("hunter2");
        assertThat(store.probe().isAvailable()).isFalse();
    }

    private KeychainSecretStore store(OperatingSystem system) {
        return store(system, keyring::open);
    }

    private static KeychainSecretStore store(OperatingSystem system, OpenKeyring.Opener opener) {
        return new KeychainSecretStore(
                system.keychain(),
                () -> new ChunkedBackend(new JavaKeyringBackend(system, opener), system.mostUnits()),
                Duration.ofSeconds(10),
                new RoundTrip(new SecureRandom()));
    }

    /** As java-keyring behaves: an absent item is an exception, and so is an empty value on Windows. */
    private static final class FakeKeyring implements OpenKeyring {

        private final Map<String, String> values = new HashMap<>();
        private String absent = "absent";
        private int mostUtf16Bytes = Integer.MAX_VALUE;
        private int opened;
        private @Nullable Exception failure;

        OpenKeyring open() {
            opened++;
            return this;
        }

        @Override
        public String get(String account) throws Exception {
            fail();
            String value = values.get(account);
            if (value == null) {
                throw new PasswordAccessException(absent);
            }
            return value;
        }

        @Override
        public void set(String account, String value) throws Exception {
            fail();
            int bytes = value.length() * 2;
            if (bytes == 0 || bytes > mostUtf16Bytes) {
                throw new PasswordAccessException("Error code 1783");
            }
            values.put(account, value);
        }

        @Override
        public void delete(String account) throws Exception {
            fail();
            if (values.remove(account) == null) {
                throw new PasswordAccessException(absent);
            }
        }

        @Override
        public void close() {
            opened--;
        }

        private void fail() throws Exception {
            Exception thrown = failure;
            if (thrown != null) {
                throw thrown;
            }
        }
    }
}

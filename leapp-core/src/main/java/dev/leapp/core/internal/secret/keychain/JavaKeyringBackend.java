package dev.leapp.core.internal.secret.keychain;

import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import dev.leapp.core.port.SecretName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The keychains of macOS and Windows, through java-keyring. Written for them, and not run there yet. */
final class JavaKeyringBackend implements KeychainBackend {

    /** {@code CRED_MAX_CREDENTIAL_BLOB_SIZE} of the Windows Credential Manager: 5 * 512 bytes. */
    static final int WINDOWS_LIMIT = 2560;

    private final OperatingSystem system;

    JavaKeyringBackend(OperatingSystem system) {
        this.system = system;
    }

    @Override
    public Optional<byte[]> read(String account, Deadline deadline) throws Exception {
        return with(keyring -> lookUp(keyring, account).map(value -> value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void write(String account, byte[] utf8, Deadline deadline) throws Exception {
        String value = new String(utf8, StandardCharsets.UTF_8);
        refuseTooLong(account, value);
        with(keyring -> {
            keyring.setPassword(SecretName.SERVICE, account, value);
            return true;
        });
    }

    @Override
    public void delete(String account, Deadline deadline) throws Exception {
        with(keyring -> {
            if (lookUp(keyring, account).isPresent()) {
                keyring.deletePassword(SecretName.SERVICE, account);
            }
            return true;
        });
    }

    private static <T> T with(Use<T> use) throws Exception {
        Keyring keyring = Keyring.create();
        try {
            return use.of(keyring);
        } finally {
            keyring.close();
        }
    }

    /** java-keyring keeps values in UTF-16 on Windows: a character takes two bytes. */
    private void refuseTooLong(String account, String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_16LE).length;
        if (system == OperatingSystem.WINDOWS && bytes > WINDOWS_LIMIT) {
            throw KeychainTroubles.tooLong(account, bytes, WINDOWS_LIMIT);
        }
    }

    /** java-keyring throws the same exception for an absent item and for a failure, and tells them apart in its text only. */
    private Optional<String> lookUp(Keyring keyring, String account) throws PasswordAccessException {
        try {
            return Optional.ofNullable(keyring.getPassword(SecretName.SERVICE, account));
        } catch (PasswordAccessException failure) {
            if (system.saysNotFound(String.valueOf(failure.getMessage()))) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** What is done with the open keychain. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Keyring keyring) throws Exception;
    }
}

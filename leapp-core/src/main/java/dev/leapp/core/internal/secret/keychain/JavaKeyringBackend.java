package dev.leapp.core.internal.secret.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import dev.leapp.core.error.SecretStoreException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The keychains of macOS and Windows, through java-keyring. Written for them, and not run there yet. */
final class JavaKeyringBackend implements KeychainBackend {

    private static final String ERROR_NUMBER = "Error code [0-9]{1,10}";

    private final OperatingSystem system;
    private final OpenKeyring.Opener opener;

    JavaKeyringBackend(OperatingSystem system, OpenKeyring.Opener opener) {
        this.system = system;
        this.opener = opener;
    }

    @Override
    public Optional<byte[]> read(String account, Deadline deadline) throws Exception {
        return with(keyring -> lookUp(keyring, account).map(value -> value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void write(String account, byte[] utf8, Deadline deadline) throws Exception {
        with(keyring -> {
            keyring.set(account, new String(utf8, StandardCharsets.UTF_8));
            return true;
        });
    }

    @Override
    public void delete(String account, Deadline deadline) throws Exception {
        with(keyring -> {
            if (lookUp(keyring, account).isPresent()) {
                keyring.delete(account);
            }
            return true;
        });
    }

    private <T> T with(Use<T> use) throws Exception {
        try {
            OpenKeyring keyring = opener.open();
            try {
                return use.of(keyring);
            } finally {
                keyring.close();
            }
        } catch (BackendNotSupportedException unsupported) {
            throw KeychainTroubles.notSupported(system.keychain(), unsupported);
        } catch (PasswordAccessException failure) {
            throw words(failure);
        }
    }

    private SecretStoreException words(PasswordAccessException failure) {
        String message = String.valueOf(failure.getMessage());
        if (system.saysLocked(message)) {
            return KeychainTroubles.mayNotAsk(system.keychain(), failure);
        }
        return KeychainTroubles.refused(system.keychain(), message.matches(ERROR_NUMBER) ? message : "", failure);
    }

    /** java-keyring throws the same exception for an absent item and for a failure, and tells them apart in its text only. */
    private Optional<String> lookUp(OpenKeyring keyring, String account) throws Exception {
        try {
            return Optional.ofNullable(keyring.get(account));
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
        T of(OpenKeyring keyring) throws Exception;
    }
}

package dev.leapp.core.port;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret store that a workspace may be moved to. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SecretStoreTarget {

    private final String store;
    private final @Nullable Path keyFile;

    private SecretStoreTarget(String store, @Nullable Path keyFile) {
        this.store = store;
        this.keyFile = keyFile;
    }

    /**
     * Returns the OS keychain.
     *
     * @return the keychain
     */
    public static SecretStoreTarget keychain() {
        return new SecretStoreTarget("keychain", null);
    }

    /**
     * Returns the encrypted file that a passphrase opens; it is asked, or comes from {@code LEAPP_PASSPHRASE}.
     *
     * @return the encrypted file
     */
    public static SecretStoreTarget file() {
        return new SecretStoreTarget("file", null);
    }

    /**
     * Returns the encrypted file that a key file opens.
     *
     * @param keyFile the key file, which is created if it isn't there
     * @return the encrypted file
     */
    public static SecretStoreTarget file(Path keyFile) {
        return new SecretStoreTarget("file", keyFile);
    }

    /**
     * Returns the store's kind.
     *
     * @return {@code keychain} or {@code file}, as {@link SecretStore#id()} says
     */
    public String store() {
        return store;
    }

    /**
     * Returns what opens the encrypted file, if not a passphrase.
     *
     * @return the key file, empty for a passphrase and for the keychain
     */
    public Optional<Path> keyFile() {
        return Optional.ofNullable(keyFile);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretStoreTarget that
                && store.equals(that.store)
                && keyFile().equals(that.keyFile());
    }

    @Override
    public int hashCode() {
        return store.hashCode() * 31 + keyFile().hashCode();
    }

    @Override
    public String toString() {
        return "SecretStoreTarget[" + store + keyFile().map(path -> ", " + path).orElse("") + "]";
    }
}

package dev.leapp.core.internal.secret;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.LockTimeoutException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Held for each change of a secret, and for as long as secrets move to another store: a change goes to the store that holds, and a
 * store that is being copied doesn't change. Reading needs no lock. Nobody is asked for a passphrase under it, but a keychain may ask
 * to be unlocked. Beneath it only the encrypted file's lock and the workspace's are taken.
 *
 * @param file the lock file
 */
record StoreLock(Path file) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static StoreLock in(LeappDirectory directory) {
        return new StoreLock(directory.locks().resolve("secret-store.lock"));
    }

    <R> R holding(String purpose, Supplier<R> work) {
        InterProcessLock.Held held = acquire(purpose);
        try {
            return work.get();
        } finally {
            held.close();
        }
    }

    private InterProcessLock.Held acquire(String purpose) {
        try {
            return InterProcessLock.at(file).acquire(PATIENCE, purpose);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SecretStoreException(
                    CoreErrorCode.CANCELLED, "Interrupted while waiting for the secret store", null, interrupted);
        } catch (LockTimeoutException busy) {
            throw new SecretStoreException(
                    CoreErrorCode.LOCK_TIMEOUT,
                    "The secret store is in use: " + busy.getMessage(),
                    "wait for that command to end, then try again",
                    busy);
        } catch (IOException failure) {
            throw WriteTrouble.of(file, failure);
        }
    }
}

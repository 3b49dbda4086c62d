package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A secret store on an operating system's keychain. Every call runs on a worker with a hard time-out, and whatever the keychain's
 * library throws comes out as words. Keeps nothing open between calls.
 */
final class KeychainSecretStore implements SecretStore {

    private final String keychain;
    private final Supplier<KeychainBackend> backend;
    private final Duration timeout;
    private final RoundTrip roundTrip;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * Creates a store.
     *
     * @param keychain what keeps the items, for messages
     * @param backend makes the backend for one call, on the worker: its libraries may be missing
     * @param timeout how long the keychain may take to answer
     * @param roundTrip tries the store
     */
    KeychainSecretStore(String keychain, Supplier<KeychainBackend> backend, Duration timeout, RoundTrip roundTrip) {
        this.keychain = keychain;
        this.backend = backend;
        this.timeout = timeout;
        this.roundTrip = roundTrip;
    }

    @Override
    public String id() {
        return "keychain";
    }

    @Override
    public Availability probe() {
        return roundTrip.of(this);
    }

    @Override
    public Optional<Secret> get(SecretName name) {
        return bounded((opened, deadline) -> opened.read(name.account(), deadline))
                .map(KeychainSecretStore::secretOf);
    }

    @Override
    public void put(SecretName name, Secret value) {
        byte[] utf8 = value.revealUtf8();
        bounded((opened, deadline) -> {
            // Wiped by the worker: an abandoned one must not find, and keep, zeros.
            try {
                opened.write(name.account(), utf8, deadline);
            } finally {
                Arrays.fill(utf8, (byte) 0);
            }
            return true;
        });
    }

    @Override
    public void delete(SecretName name) {
        bounded((opened, deadline) -> {
            opened.delete(name.account(), deadline);
            return true;
        });
    }

    @Override
    public Optional<Set<SecretName>> names() {
        return bounded((opened, deadline) -> opened.accounts(deadline))
                .map(accounts -> accounts.stream()
                        .filter(account -> !account.isBlank())
                        .map(SecretName::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void close() {
        // Each call closes what it opened.
    }

    private static Secret secretOf(byte[] utf8) {
        try {
            return Secret.ofUtf8(utf8);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    private <T> T bounded(Operation<T> operation) {
        try {
            if (!oneAtATime.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw KeychainTroubles.timedOut(keychain, timeout);
            }
            try {
                Deadline deadline = Deadline.in(timeout);
                return run(() -> operation.on(backend.get(), deadline), deadline);
            } finally {
                oneAtATime.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SecretStoreException(
                    CoreErrorCode.CANCELLED, "Interrupted while talking to " + keychain, null, interrupted);
        }
    }

    private <T> T run(Callable<T> call, Deadline deadline) throws InterruptedException {
        try {
            return BoundedCall.run(call, deadline);
        } catch (TimeoutException over) {
            throw KeychainTroubles.timedOut(keychain, timeout);
        } catch (ExecutionException failure) {
            throw translated(failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private SecretStoreException translated(Throwable cause) {
        if (cause instanceof SecretStoreException known) {
            return known;
        }
        if (cause instanceof LinkageError missing) {
            return KeychainTroubles.libraryMissing(keychain, missing);
        }
        return KeychainTroubles.unexpected(keychain, cause);
    }

    /** What is done with the keychain before the deadline. */
    @FunctionalInterface
    private interface Operation<T> {
        T on(KeychainBackend opened, Deadline deadline) throws Exception;
    }
}

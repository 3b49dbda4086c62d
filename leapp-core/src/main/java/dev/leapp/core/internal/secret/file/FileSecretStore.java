package dev.leapp.core.internal.secret.file;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Secrets in one encrypted file. Asks for its key when it is first needed, and keeps only what was derived from it, until it is
 * closed. A wrong passphrase is forgotten, so that the next call may ask again.
 */
public final class FileSecretStore implements SecretStore {

    private final Path file;
    private final KeySource source;
    private final SealedFileStorage storage;
    private final AesGcm cipher;
    private final RoundTrip roundTrip;
    private final KeyRing keys;
    private boolean closed;

    private FileSecretStore(
            LeappDirectory directory, KeySource source, FileOperations operations, SecureRandom random) {
        this.file = directory.secretsFile();
        this.source = source;
        this.storage = new SealedFileStorage(file, directory.locks().resolve("secrets.lock"), operations, random);
        this.cipher = new AesGcm(random);
        this.keys = new KeyRing(file, source, cipher);
        this.roundTrip = new RoundTrip(random);
    }

    /**
     * Returns the store of a directory that a passphrase opens. Touches nothing.
     *
     * @param directory where the file lies
     * @param passphrases gives the passphrase when it is first needed
     * @param costOfNew what a new file's derivation costs; an existing one says it itself
     * @param operations writes the file
     * @param random makes keys, salts and nonces
     * @return the store, unopened
     */
    public static FileSecretStore withPassphrase(
            LeappDirectory directory,
            Passphrases passphrases,
            Argon2Cost costOfNew,
            FileOperations operations,
            SecureRandom random) {
        return new FileSecretStore(directory, new PassphraseSource(passphrases, costOfNew), operations, random);
    }

    /**
     * Returns the store of a directory that a key file opens. Touches nothing.
     *
     * @param directory where the file lies
     * @param keyFile opens it
     * @param operations writes the file
     * @param random makes keys, salts and nonces
     * @return the store, unopened
     */
    public static FileSecretStore withKeyFile(
            LeappDirectory directory, KeyFile keyFile, FileOperations operations, SecureRandom random) {
        return new FileSecretStore(directory, new KeyFileSource(keyFile), operations, random);
    }

    @Override
    public String id() {
        return "file";
    }

    /**
     * Returns where the secrets lie.
     *
     * @return the file, which may not be there yet
     */
    public Path file() {
        return file;
    }

    @Override
    public Availability probe() {
        return roundTrip.of(this);
    }

    /**
     * Creates the file if it isn't there, and tries it.
     *
     * @throws SecretStoreException if it does not work
     */
    public void requireWorking() {
        roundTrip.require(this);
    }

    /**
     * Finds out what can be known without asking for a passphrase and without writing: whether the file is whole as far as that
     * goes, and whether the key file opens it.
     *
     * @return available, or why not
     */
    public synchronized Availability glance() {
        try (OnceAsked asked = new OnceAsked(source, file)) {
            source.check();
            Optional<SealedFile> now = storage.read();
            if (now.isPresent() && source.costOfNew().isEmpty()) {
                keys.of(now.get(), asked);
            }
            now.ifPresent(keys::refuseOtherKind);
            return new Availability.Available();
        } catch (SecretStoreException failure) {
            return new Availability.Unavailable(String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public synchronized Optional<Secret> get(SecretName name) {
        refuseClosed();
        Optional<SealedFile> now = storage.read();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        try (OnceAsked asked = new OnceAsked(source, file);
                SecretMap map = keys.of(now.get(), asked).reveal(file, now.get())) {
            return Optional.ofNullable(map.get(name.account())).map(Secret::ofUtf8);
        }
    }

    @Override
    public synchronized void put(SecretName name, Secret value) {
        byte[] utf8 = value.revealUtf8();
        try {
            change(true, map -> {
                map.put(name.account(), utf8.clone());
                return true;
            });
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    @Override
    public synchronized void delete(SecretName name) {
        change(false, map -> map.remove(name.account()));
    }

    /**
     * Tells whether the file holds no secret; asks for its key if it is there.
     *
     * @return whether there is nothing to lose
     * @throws SecretStoreException if the file can't be opened
     */
    public synchronized boolean isEmpty() {
        refuseClosed();
        Optional<SealedFile> now = storage.read();
        if (now.isEmpty()) {
            return true;
        }
        try (OnceAsked asked = new OnceAsked(source, file);
                SecretMap map = keys.of(now.get(), asked).reveal(file, now.get())) {
            return map.isEmpty();
        }
    }

    /**
     * Removes the file if it holds no secret, so that it can be created with another key.
     *
     * @return whether it is gone
     * @throws SecretStoreException if the file can't be opened or removed
     */
    public synchronized boolean discardIfEmpty() {
        if (!isEmpty()) {
            return false;
        }
        return storage.exclusively(() -> {
            boolean empty = isEmpty();
            if (empty) {
                storage.delete();
            }
            return empty;
        });
    }

    @Override
    public synchronized void close() {
        keys.close();
        closed = true;
    }

    /** Makes a change to the newest bytes; starts over if another process locked the file anew meanwhile. */
    private void change(boolean create, Predicate<SecretMap> edit) {
        refuseClosed();
        try (OnceAsked asked = new OnceAsked(source, file)) {
            boolean done = false;
            while (!done) {
                Optional<SealedFile> before = storage.read();
                if (before.isEmpty() && !create) {
                    return;
                }
                // The question for a passphrase, and its costly derivation, stay outside the lock.
                OpenKey fitting = before.isPresent() ? keys.of(before.get(), asked) : keys.ofNew(asked);
                done = storage.exclusively(() -> write(fitting, create, edit));
            }
        }
    }

    private boolean write(OpenKey fitting, boolean create, Predicate<SecretMap> edit) {
        Optional<SealedFile> now = storage.read();
        if (now.isPresent() && !fitting.fits(now.get().slot())) {
            return false;
        }
        if (now.isEmpty() && !create) {
            return true;
        }
        try (SecretMap map = now.isPresent() ? fitting.reveal(file, now.get()) : new SecretMap()) {
            if (edit.test(map)) {
                storage.write(fitting.seal(map, cipher));
            }
            return true;
        }
    }

    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("This secret store was closed");
        }
    }
}

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
import java.util.Set;

/**
 * Secrets in one encrypted file. Asks for its key when it is first needed, and keeps only what was derived from it, until it is
 * closed. A wrong passphrase is forgotten, so that the next call may ask again.
 */
public final class FileSecretStore implements SecretStore {

    private final LockedFile locked;
    private final RoundTrip roundTrip;
    private boolean closed;

    private FileSecretStore(
            LeappDirectory directory, KeySource source, FileOperations operations, SecureRandom random) {
        Path file = directory.secretsFile();
        Path lock = directory.locks().resolve("secrets.lock");
        AesGcm cipher = new AesGcm(random);
        SealedFileStorage storage = new SealedFileStorage(file, lock, operations, random);
        this.locked = new LockedFile(file, source, storage, new KeyRing(file, source, cipher), cipher);
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
        return locked.path();
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
        try {
            locked.glance();
            return new Availability.Available();
        } catch (SecretStoreException failure) {
            return new Availability.Unavailable(String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public synchronized Optional<Secret> get(SecretName name) {
        return open().look(map -> Optional.ofNullable(map.get(name.account())).map(Secret::ofUtf8), Optional.empty());
    }

    @Override
    public synchronized void put(SecretName name, Secret value) {
        byte[] utf8 = value.revealUtf8();
        try {
            open().change(true, map -> {
                map.put(name.account(), utf8.clone());
                return true;
            });
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    @Override
    public synchronized void delete(SecretName name) {
        open().change(false, map -> map.remove(name.account()));
    }

    @Override
    public synchronized Optional<Set<SecretName>> names() {
        return Optional.of(open().look(SecretMap::names, Set.of()));
    }

    /**
     * Tells whether the file holds no secret; asks for its key if it is there.
     *
     * @return whether there is nothing to lose
     * @throws SecretStoreException if the file can't be opened
     */
    public synchronized boolean isEmpty() {
        return open().look(SecretMap::isEmpty, true);
    }

    /**
     * Asks for the key, if need be, so that no later call does. Writes nothing.
     *
     * @param create whether to ask for a new one if there is no file yet
     * @throws SecretStoreException if it does not open the file
     */
    public synchronized void unlock(boolean create) {
        open().unlock(create);
    }

    /**
     * Asks for a new key, so that {@link #lockFor} doesn't. Writes nothing.
     *
     * @throws SecretStoreException if there is none
     */
    public synchronized void makeKey() {
        open().newKey();
    }

    /**
     * Locks the file with a new key of another store on the same file, as one write; creates it if it isn't there.
     *
     * @param next asks for the new key
     * @throws SecretStoreException if the file can't be opened or written
     */
    public synchronized void lockFor(FileSecretStore next) {
        open().lockWith(next.newKey());
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
        return locked.storage().exclusively(() -> {
            boolean empty = isEmpty();
            if (empty) {
                locked.storage().delete();
            }
            return empty;
        });
    }

    @Override
    public synchronized void close() {
        locked.keys().close();
        closed = true;
    }

    private synchronized OpenKey newKey() {
        return open().newKey();
    }

    private LockedFile open() {
        if (closed) {
            throw new IllegalStateException("This secret store was closed");
        }
        return locked;
    }
}

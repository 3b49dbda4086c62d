package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.AesGcm;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The encrypted file with what opens it. Asks for the key when it is first needed, never while the file's lock is held. Guarded by its store. */
record LockedFile(Path path, KeySource source, SealedFileStorage storage, KeyRing keys, AesGcm cipher) {

    /** Looks at the secrets. */
    <R> R look(Function<SecretMap, R> at, R ifNothingIsThere) {
        Optional<SealedFile> now = storage.read();
        if (now.isEmpty()) {
            return ifNothingIsThere;
        }
        try (OnceAsked asked = asked();
                SecretMap map = keys.of(now.get(), asked).reveal(path, now.get())) {
            return at.apply(map);
        }
    }

    /** Asks for the key, so that no later call does; for a file that isn't there only if it is to be created. */
    void unlock(boolean create) {
        try (OnceAsked asked = asked()) {
            Optional<SealedFile> now = storage.read();
            if (now.isPresent() || create) {
                fitting(now, asked);
            }
        }
    }

    /** Returns a key that no file has yet. */
    OpenKey newKey() {
        try (OnceAsked asked = asked()) {
            return keys.ofNew(asked);
        }
    }

    /** Makes a change to the newest bytes; starts over if another process locked the file anew meanwhile. */
    void change(boolean create, Predicate<SecretMap> edit) {
        try (OnceAsked asked = asked()) {
            boolean done = false;
            while (!done) {
                Optional<SealedFile> before = storage.read();
                if (before.isEmpty() && !create) {
                    return;
                }
                // The question for a passphrase, and its costly derivation, stay outside the lock.
                OpenKey fitting = fitting(before, asked);
                done = storage.exclusively(() -> rewrite(Optional.of(fitting), fitting, create, edit));
            }
        }
    }

    /** Locks what is there with another key, as one write. */
    void lockWith(OpenKey next) {
        try (OnceAsked asked = asked()) {
            boolean done = false;
            while (!done) {
                Optional<OpenKey> fitting = storage.read().map(now -> keys.of(now, asked));
                done = storage.exclusively(() -> rewrite(fitting, next, true, map -> true));
            }
        }
    }

    /** Finds out what can be known without asking anybody. */
    void glance() {
        try (OnceAsked asked = asked()) {
            source.check();
            Optional<SealedFile> now = storage.read();
            if (now.isPresent() && source.costOfNew().isEmpty()) {
                keys.of(now.get(), asked);
            }
            now.ifPresent(keys::refuseOtherKind);
        }
    }

    private boolean rewrite(Optional<OpenKey> opening, OpenKey locking, boolean create, Predicate<SecretMap> edit) {
        Optional<SealedFile> now = storage.read();
        if (now.isEmpty() && !create) {
            return true;
        }
        if (now.isPresent()
                && !opening.filter(key -> key.fits(now.get().slot())).isPresent()) {
            return false;
        }
        try (SecretMap map = now.isPresent() ? opening.orElseThrow().reveal(path, now.get()) : new SecretMap()) {
            if (edit.test(map)) {
                storage.write(locking.seal(map, cipher));
            }
            return true;
        }
    }

    private OpenKey fitting(Optional<SealedFile> now, OnceAsked asked) {
        return now.isPresent() ? keys.of(now.get(), asked) : keys.ofNew(asked);
    }

    private OnceAsked asked() {
        return new OnceAsked(source, path);
    }
}

package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.AesGcm;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps the file's key once it was unwrapped, so that the user is asked once; wiped on close. Guarded by its store. */
final class KeyRing implements AutoCloseable {

    private final Path file;
    private final KeySource source;
    private final AesGcm cipher;
    private @Nullable OpenKey key;

    KeyRing(Path file, KeySource source, AesGcm cipher) {
        this.file = file;
        this.source = source;
        this.cipher = cipher;
    }

    /** Returns the key of a file; asks again if the file was created anew since. */
    OpenKey of(SealedFile sealed, OnceAsked asked) {
        OpenKey known = key;
        if (known != null && known.fits(sealed.slot())) {
            return known;
        }
        refuseOtherKind(sealed);
        return remember(OpenKey.open(file, sealed.slot(), source, asked.material(false)));
    }

    /** Returns a key for a file that isn't there. */
    OpenKey ofNew(OnceAsked asked) {
        OpenKey known = key;
        return known != null ? known : remember(OpenKey.create(source, asked.material(true), cipher));
    }

    void refuseOtherKind(SealedFile sealed) {
        boolean byPassphrase = sealed.slot().cost().isPresent();
        if (byPassphrase != source.costOfNew().isPresent()) {
            throw FileTroubles.otherKeyKind(file, byPassphrase ? "passphrase" : "key file", source.describe());
        }
    }

    @Override
    public void close() {
        OpenKey known = key;
        if (known != null) {
            known.close();
            key = null;
        }
    }

    private OpenKey remember(OpenKey opened) {
        close();
        key = opened;
        return opened;
    }
}

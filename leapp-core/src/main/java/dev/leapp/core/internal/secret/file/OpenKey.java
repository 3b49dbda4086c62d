package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.crypto.Bytes;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** A file's key V, unwrapped, with the slot that it belongs to. Wiped on close. */
final class OpenKey implements AutoCloseable {

    private final KeySlot slot;
    private final byte[] key;

    private OpenKey(KeySlot slot, byte[] key) {
        this.slot = slot;
        this.key = key;
    }

    /** Makes a new random key and wraps it. */
    static OpenKey create(KeySource source, KeySource.Material material, AesGcm cipher) {
        String salt = HexFormat.of().formatHex(cipher.randomBytes(16));
        KeySlot unwrapped = new KeySlot(source.costOfNew(), salt, "");
        byte[] wrapping = material.derive(unwrapped.saltBytes(), unwrapped.cost());
        try {
            byte[] key = cipher.newKey();
            String wrapped = HexFormat.of().formatHex(cipher.seal(wrapping, key, SealedFile.bindingOf(unwrapped)));
            return new OpenKey(new KeySlot(unwrapped.cost(), salt, wrapped), key);
        } finally {
            Bytes.wipe(wrapping);
        }
    }

    /** Unwraps the key of a file that is there. */
    static OpenKey open(Path file, KeySlot slot, KeySource source, KeySource.Material material) {
        byte[] wrapping = material.derive(slot.saltBytes(), slot.cost());
        try {
            return new OpenKey(slot, AesGcm.open(wrapping, slot.wrappedKeyBytes(), SealedFile.bindingOf(slot)));
        } catch (AuthenticationFailedException differs) {
            throw FileTroubles.wrongKey(file, source.describe());
        } finally {
            Bytes.wipe(wrapping);
        }
    }

    boolean fits(KeySlot other) {
        return slot.equals(other);
    }

    SecretMap reveal(Path file, SealedFile sealed) {
        try {
            byte[] plain = AesGcm.open(key, sealed.sealed(), SealedFile.header(slot));
            Optional<SecretMap> map = SecretMap.decode(plain);
            Bytes.wipe(plain);
            return map.orElseThrow(() -> FileTroubles.damaged(file, "what it holds makes no sense"));
        } catch (AuthenticationFailedException altered) {
            throw FileTroubles.damaged(file, "it was cut or altered");
        }
    }

    SealedFile seal(SecretMap map, AesGcm cipher) {
        byte[] plain = map.encoded();
        try {
            return new SealedFile(slot, cipher.seal(key, plain, SealedFile.header(slot)));
        } finally {
            Bytes.wipe(plain);
        }
    }

    @Override
    public void close() {
        Bytes.wipe(key);
    }
}

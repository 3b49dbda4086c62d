package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Hkdf;
import java.nio.file.Path;
import java.util.Optional;

/** A key file, made a key by HKDF: its bytes are random, so that no costly derivation is needed. */
final class KeyFileSource implements KeySource {

    private static final String PURPOSE = "leapp secrets key file";

    private final KeyFile keyFile;

    KeyFileSource(KeyFile keyFile) {
        this.keyFile = keyFile;
    }

    @Override
    public String describe() {
        return "key file";
    }

    @Override
    public Optional<Argon2Cost> costOfNew() {
        return Optional.empty();
    }

    @Override
    public Material obtain(Path file, boolean toCreate) {
        return new KeyBytes(keyFile.read());
    }

    @Override
    public void check() {
        Bytes.wipe(keyFile.read());
    }

    private static final class KeyBytes implements Material {

        private final byte[] bytes;

        KeyBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public byte[] derive(byte[] salt, Optional<Argon2Cost> cost) {
            return Hkdf.deriveKey(bytes, salt, PURPOSE);
        }

        @Override
        public void close() {
            Bytes.wipe(bytes);
        }
    }
}

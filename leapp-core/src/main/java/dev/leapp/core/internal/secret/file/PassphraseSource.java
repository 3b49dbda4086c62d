package dev.leapp.core.internal.secret.file;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Argon2UnavailableException;
import dev.leapp.core.internal.crypto.Argon2id;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A passphrase, made a key by Argon2id. */
final class PassphraseSource implements KeySource {

    private final Passphrases passphrases;
    private final Argon2Cost costOfNew;

    PassphraseSource(Passphrases passphrases, Argon2Cost costOfNew) {
        this.passphrases = passphrases;
        this.costOfNew = costOfNew;
    }

    @Override
    public String describe() {
        return "passphrase";
    }

    @Override
    public Optional<Argon2Cost> costOfNew() {
        return Optional.of(costOfNew);
    }

    @Override
    public Material obtain(Path file, boolean toCreate) {
        Secret passphrase = toCreate ? passphrases.toCreate(file) : passphrases.toOpen(file);
        if (passphrase.isEmpty()) {
            throw FileTroubles.emptyPassphrase();
        }
        return new Passphrase(passphrase);
    }

    @Override
    public void check() {
        // Whether it fits is only known once it is asked for.
    }

    private record Passphrase(Secret secret) implements Material {

        @Override
        public byte[] derive(byte[] salt, Optional<Argon2Cost> cost) {
            char[] characters = secret.reveal().toCharArray();
            try {
                return Argon2id.derive(characters, salt, cost.orElseThrow(), AesGcm.KEY_BYTES);
            } catch (Argon2UnavailableException missing) {
                throw FileTroubles.noArgon2(missing);
            } finally {
                Arrays.fill(characters, '\0');
            }
        }

        @Override
        public void close() {
            secret.close();
        }
    }
}

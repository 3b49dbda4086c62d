package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.Argon2Cost;
import java.nio.file.Path;
import java.util.Optional;

/** What the user opens the file with. */
interface KeySource {

    /** What it is, for messages: "passphrase" or "key file". */
    String describe();

    /** What a new file's derivation costs, empty if it costs nothing. */
    Optional<Argon2Cost> costOfNew();

    /** Gets hold of it; asks the user if need be. */
    Material obtain(Path file, boolean toCreate);

    /** Checks without asking anybody whether it can be used. */
    void check();

    /** The user's part of the key; wiped on close. */
    interface Material extends AutoCloseable {

        /** Returns the key that wraps the file's key; the caller wipes it. */
        byte[] derive(byte[] salt, Optional<Argon2Cost> cost);

        @Override
        void close();
    }
}

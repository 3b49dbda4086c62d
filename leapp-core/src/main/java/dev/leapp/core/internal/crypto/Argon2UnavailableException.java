package dev.leapp.core.internal.crypto;

/** Bouncy Castle, which derives keys from passphrases, is not on the class path. */
public final class Argon2UnavailableException extends RuntimeException {

    Argon2UnavailableException(LinkageError cause) {
        super(
                "A key from a passphrase needs Bouncy Castle, which is missing: add org.bouncycastle:bcprov-jdk18on"
                        + " to the class path, or use a key file or the keychain instead.",
                cause);
    }
}

package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.credential.Secret;
import java.util.Base64;

/** A section's bytes as a secret: in Base64, because some keychains take nothing but text. */
final class KeptSection {

    private KeptSection() {}

    static Secret secret(byte[] bytes) {
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    static byte[] bytes(Secret kept) {
        return Base64.getDecoder().decode(kept.reveal());
    }
}

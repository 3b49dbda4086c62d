package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.credential.Secret;
import java.util.Base64;
import java.util.Set;

/** A section's bytes as a secret: in Base64, because some keychains take nothing but text. */
final class KeptSection {

    static final String OF_CREDENTIALS = "aws-credentials-section-before";
    static final String OF_CONFIG = "aws-config-section-before";
    static final Set<String> ACCOUNTS = Set.of(OF_CREDENTIALS, OF_CONFIG);

    private KeptSection() {}

    static Secret secret(byte[] bytes) {
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    static byte[] bytes(Secret kept) {
        return Base64.getDecoder().decode(kept.reveal());
    }
}

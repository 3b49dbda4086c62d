package dev.leapp.integration.sso.internal.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.leapp.core.credential.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * Proof that who redeems a code is who asked for it (RFC 7636, with S256).
 *
 * @param verifier told only to who gives tokens
 */
record Pkce(Secret verifier) implements AutoCloseable {

    private static final int RANDOM_BYTES = 32;

    static Pkce create(SecureRandom random) {
        return new Pkce(unguessable(random));
    }

    /** Returns 256 random bits in the letters of URLs. */
    static Secret unguessable(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        byte[] letters = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        Arrays.fill(bytes, (byte) 0);
        Secret secret = Secret.ofUtf8(letters);
        Arrays.fill(letters, (byte) 0);
        return secret;
    }

    /** Returns what the world may see of the verifier. */
    String challenge() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] letters = verifier.reveal().getBytes(US_ASCII);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(letters));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    @Override
    public void close() {
        verifier.close();
    }
}

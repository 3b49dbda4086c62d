package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** What took a prompt to get, such as an MFA session: kept in the secret store until it expires, through stop and start. */
public record PromptedCredentials(SecretStore store, Clock clock) {

    private static final String ACCOUNT = "-session-credentials";
    private static final String SEPARATOR = ".";

    /** Returns what was kept, if it was issued under the same settings and has not expired. */
    public Optional<Credentials> get(CachedFor key) {
        return store.get(name(key.session()))
                .flatMap(kept -> decode(kept, prefix(key)))
                .filter(credentials -> credentials.isValidAt(clock.instant()));
    }

    public void put(CachedFor key, Credentials credentials) {
        if (credentials.expiresAt().isPresent()) {
            String encoded = Base64.getEncoder().encodeToString(CredentialCodec.encode(credentials));
            store.put(name(key.session()), Secret.of(prefix(key) + encoded));
        }
    }

    public void delete(SessionId session) {
        store.delete(name(session));
    }

    private static Optional<Credentials> decode(Secret kept, String prefix) {
        String text = kept.reveal();
        if (!text.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CredentialCodec.decode(Base64.getDecoder().decode(text.substring(prefix.length()))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String prefix(CachedFor key) {
        return key.requestDigest() + SEPARATOR + key.settingsDigest() + SEPARATOR;
    }

    /** Returns where the credentials of a session are kept. */
    public static SecretName name(SessionId session) {
        return new SecretName(session.value() + ACCOUNT);
    }
}

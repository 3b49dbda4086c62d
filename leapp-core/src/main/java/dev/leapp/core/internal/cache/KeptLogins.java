package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.IntegrationId;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The logins to integrations, each a whole in the secret store: the access token, and what renews it. Each is bound to what its
 * integration is, so that a token for one portal is never shown to another.
 */
public record KeptLogins(SecretStore store) {

    private static final String ACCOUNT = "integration-login-";
    private static final String SEPARATOR = ".";

    /** Stands for no login; some stores take no empty secrets. */
    private static final String NONE = "-";

    /** Returns what a login to an integration is good for: its type, and the values that a login depends on. */
    public static String binding(String type, Map<String, String> loginValues) {
        StringBuilder fields = new StringBuilder();
        Digests.field(fields, type);
        new TreeMap<>(loginValues).forEach((name, value) -> {
            Digests.field(fields, name);
            Digests.field(fields, value);
        });
        return Digests.of(fields.toString());
    }

    /** Returns the login, if there is one that is bound to that. */
    public Optional<KeptLogin> get(IntegrationId id, String binding) {
        Optional<Secret> kept = store.get(name(id));
        try {
            return kept.flatMap(secret -> decode(secret, binding + SEPARATOR));
        } finally {
            kept.ifPresent(Secret::close);
        }
    }

    public void put(IntegrationId id, String binding, KeptLogin login) {
        byte[] bytes = CredentialCodec.encode(login.login());
        String encoded = Base64.getEncoder().encodeToString(bytes);
        Arrays.fill(bytes, (byte) 0);
        try (Secret kept = Secret.of(binding + SEPARATOR + login.serial() + SEPARATOR + encoded)) {
            store.put(name(id), kept);
        }
    }

    /** Writes what is there again, whatever it is: fails if the store takes nothing now. */
    public void touch(IntegrationId id) {
        try (Secret same = store.get(name(id)).orElseGet(() -> Secret.of(NONE))) {
            store.put(name(id), same);
        }
    }

    /** Removes what {@link #touch} has put where nothing was. */
    public void untouch(IntegrationId id) {
        try (Secret there = store.get(name(id)).orElseGet(() -> Secret.of(""))) {
            if (there.reveal().equals(NONE)) {
                delete(id);
            }
        }
    }

    public void delete(IntegrationId id) {
        store.delete(name(id));
    }

    private static Optional<KeptLogin> decode(Secret kept, String prefix) {
        String text = kept.reveal();
        int serial = prefix.length();
        int end = text.indexOf(SEPARATOR, serial);
        if (!text.startsWith(prefix) || end < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(end + 1));
            return Optional.of(new KeptLogin(text.substring(serial, end), CredentialCodec.decode(bytes)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns where the login to an integration is kept. */
    public static SecretName name(IntegrationId id) {
        return new SecretName(ACCOUNT + id);
    }
}

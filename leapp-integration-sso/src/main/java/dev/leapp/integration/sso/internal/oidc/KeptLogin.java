package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.IntegrationProvider;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A login as core keeps it.
 *
 * @param tokens what the user got
 * @param client whom it was given to; nobody can renew it without
 */
public record KeptLogin(Tokens tokens, Optional<Registration> client) {

    private static final String REFRESH_TOKEN = "refreshToken";
    private static final String CLIENT_ID = "clientId";
    private static final String CLIENT_SECRET = "clientSecret";
    private static final String CLIENT_EXPIRES = "registrationExpiresAt";

    public static KeptLogin of(Credentials login) {
        Tokens tokens = new Tokens(
                login.secret(IntegrationProvider.ACCESS_TOKEN),
                Optional.ofNullable(login.secrets().get(REFRESH_TOKEN)),
                login.expiresAt().orElse(login.issuedAt()));
        return new KeptLogin(tokens, client(login));
    }

    public Credentials asCredentials(Instant issuedAt) {
        Credentials.Builder login = Credentials.builder(CredentialKind.BEARER_TOKEN, issuedAt)
                .secret(IntegrationProvider.ACCESS_TOKEN, tokens.access())
                .attribute(IntegrationProvider.RENEWABLE, Boolean.toString(isRenewable(issuedAt)))
                .expiresAt(tokens.expiresAt());
        tokens.refresh().ifPresent(token -> login.secret(REFRESH_TOKEN, token));
        client.ifPresent(registration -> login.secret(CLIENT_ID, Secret.of(registration.clientId()))
                .secret(CLIENT_SECRET, registration.clientSecret())
                .attribute(CLIENT_EXPIRES, registration.expiresAt().toString()));
        return login.build();
    }

    public boolean isRenewable(Instant now) {
        return tokens.refresh().isPresent()
                && client.filter(registration -> registration.isGood(now)).isPresent();
    }

    private static Optional<Registration> client(Credentials login) {
        Secret id = login.secrets().get(CLIENT_ID);
        Secret secret = login.secrets().get(CLIENT_SECRET);
        if (id == null || secret == null) {
            return Optional.empty();
        }
        try {
            String expiry = login.attributes().getOrDefault(CLIENT_EXPIRES, "");
            return Optional.of(new Registration(id.reveal(), secret, Instant.parse(expiry)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

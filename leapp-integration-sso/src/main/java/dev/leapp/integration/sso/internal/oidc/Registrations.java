package dev.leapp.integration.sso.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.rest.Answer;
import dev.leapp.integration.sso.internal.rest.Json;
import dev.leapp.integration.sso.internal.rest.Reply;
import dev.leapp.integration.sso.internal.trouble.Troubles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Keeps what Leapp is registered as: one for each start URL, region and way to log in. Thread-safe. */
final class Registrations {

    private static final int NAME_BYTES = 16;

    private final OidcService service;
    private final Clock clock;
    private final Json json = new Json();

    Registrations(OidcService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** Returns one that lasts longer than any login; registers if there is none. */
    Registration get(Login login, Grants grants) {
        return kept(login.context().secrets(), account(login.center(), grants))
                .filter(kept -> kept.isGoodForALogin(clock.instant()))
                .orElseGet(() -> register(login, grants));
    }

    void forget(Center center, Grants grants, ScopedSecrets secrets) {
        secrets.delete(account(center, grants));
    }

    /** Forgets the one that a login was given to, if it is kept. */
    void forget(Center center, Registration client, ScopedSecrets secrets) {
        for (Grants grants : Grants.values()) {
            kept(secrets, account(center, grants))
                    .filter(kept -> kept.clientId().equals(client.clientId()))
                    .ifPresent(kept -> forget(center, grants, secrets));
        }
    }

    private Registration register(Login login, Grants grants) {
        Center center = login.center();
        Reply reply = service.register(center, grants, login.context().deadline());
        Troubles troubles = login.troubles();
        if (!reply.isGood()) {
            throw troubles.refused(
                    reply,
                    "IAM Identity Center does not let Leapp register for '" + center.alias() + "'",
                    "check its start URL and its region: leapp integration edit '" + center.alias() + "'");
        }
        Registration made = reply.body()
                .flatMap(this::read)
                .orElseThrow(() -> troubles.notUnderstood(service.place(center), reply));
        keep(login.context().secrets(), account(center, grants), made);
        return made;
    }

    private Optional<Registration> read(Answer answer) {
        Instant expiry = answer.number("clientSecretExpiresAt")
                .filter(number -> number > 0)
                .map(Moments::ofEpoch)
                .orElse(clock.instant());
        return answer.text("clientId")
                .flatMap(id -> answer.secret("clientSecret").map(secret -> new Registration(id, secret, expiry)));
    }

    private Optional<Registration> kept(ScopedSecrets secrets, String account) {
        return secrets.get(account).flatMap(secret -> {
            byte[] bytes = secret.revealUtf8();
            secret.close();
            try {
                return json.read(bytes).flatMap(this::read);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    private void keep(ScopedSecrets secrets, String account, Registration made) {
        byte[] bytes = json.write(Map.of(
                "clientId", made.clientId(),
                "clientSecret", made.clientSecret().reveal(),
                "clientSecretExpiresAt", made.expiresAt().getEpochSecond()));
        try (Secret secret = Secret.ofUtf8(bytes)) {
            secrets.put(account, secret);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static String account(Center center, Grants grants) {
        String what = center.start() + "\n" + center.region().name();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8));
            return "client-" + grants.label() + "-" + HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}

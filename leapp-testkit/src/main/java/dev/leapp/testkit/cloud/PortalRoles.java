package dev.leapp.testkit.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Gives credentials of roles: {@code /federation/credentials}. They work at a {@link LocalSts} if there is one. Thread-safe. */
final class PortalRoles {

    private final PortalSettings settings;
    private final StsKeys keys;
    private final PortalCounters counters;
    private final Optional<LocalSts> sts;

    PortalRoles(PortalSettings settings, StsKeys keys, PortalCounters counters, Optional<LocalSts> sts) {
        this.settings = settings;
        this.keys = keys;
        this.counters = counters;
        this.sts = sts;
    }

    PortalAnswer credentials(String accountId, String role) {
        String accessKeyId = keys.temporaryAccessKeyId();
        Instant expiration = settings.now().plus(settings.roleLifetime()).truncatedTo(ChronoUnit.SECONDS);
        StsPrincipal principal = new StsPrincipal(
                arn(accountId, role),
                keys.id("AROA") + ":" + settings.userName(),
                keys.secretAccessKey(),
                Optional.of(keys.sessionToken()),
                Optional.of(expiration),
                false);
        sts.ifPresent(there -> there.directory().adopt(accessKeyId, principal));
        counters.count(PortalEvent.CREDENTIALS_GIVEN);
        return PortalAnswer.json(200, document(accessKeyId, principal, expiration));
    }

    private static String document(String accessKeyId, StsPrincipal principal, Instant expiration) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("roleCredentials")
                .put("accessKeyId", accessKeyId)
                .put("secretAccessKey", principal.secretAccessKey())
                .put("sessionToken", principal.sessionToken().orElse(""))
                .put("expiration", expiration.toEpochMilli());
        return body.toString();
    }

    private String arn(String accountId, String role) {
        String suffix = String.format(Locale.ROOT, "%08x%08x", accountId.hashCode(), role.hashCode());
        return "arn:aws:sts::" + accountId + ":assumed-role/AWSReservedSSO_" + role + "_" + suffix + "/"
                + settings.userName();
    }
}

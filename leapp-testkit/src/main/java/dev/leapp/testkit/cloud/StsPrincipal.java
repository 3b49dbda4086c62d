package dev.leapp.testkit.cloud;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who can sign requests.
 *
 * @param arn who it is
 * @param userId AWS's id of it
 * @param secretAccessKey what it signs with
 * @param sessionToken what it must send along, empty for a long-term key
 * @param expiresAt until when, empty for a long-term key
 * @param chained whether it is a role that a role assumed
 */
record StsPrincipal(
        String arn,
        String userId,
        String secretAccessKey,
        Optional<String> sessionToken,
        Optional<Instant> expiresAt,
        boolean chained) {

    /** Returns the account that the principal is in: the fifth part of its ARN. */
    String account() {
        int end = arn.lastIndexOf(':');
        return arn.substring(arn.lastIndexOf(':', end - 1) + 1, end);
    }

    boolean isTemporary() {
        return sessionToken.isPresent();
    }

    boolean isRole() {
        return arn.contains(":assumed-role/");
    }

    boolean isFederatedUser() {
        return arn.contains(":federated-user/");
    }

    @Override
    public String toString() {
        return "StsPrincipal[" + arn + "]";
    }
}

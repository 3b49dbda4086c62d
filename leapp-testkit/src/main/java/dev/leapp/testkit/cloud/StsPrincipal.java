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
 */
record StsPrincipal(
        String arn, String userId, String secretAccessKey, Optional<String> sessionToken, Optional<Instant> expiresAt) {

    boolean isTemporary() {
        return sessionToken.isPresent();
    }

    boolean isRole() {
        return arn.contains(":assumed-role/");
    }

    @Override
    public String toString() {
        return "StsPrincipal[" + arn + "]";
    }
}

package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.core.credential.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * What IAM Identity Center knows Leapp as.
 *
 * @param clientId the client's id
 * @param clientSecret its secret, which is none that protects anything: anybody gets one
 * @param expiresAt until when
 */
public record Registration(String clientId, Secret clientSecret, Instant expiresAt) {

    private static final Duration A_LOGIN_AND_MORE = Duration.ofDays(1);

    boolean isGoodForALogin(Instant now) {
        return now.plus(A_LOGIN_AND_MORE).isBefore(expiresAt);
    }

    boolean isGood(Instant now) {
        return now.isBefore(expiresAt);
    }
}

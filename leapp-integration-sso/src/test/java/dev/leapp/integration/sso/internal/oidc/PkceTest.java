package dev.leapp.integration.sso.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PkceTest {

    /** RFC 7636, appendix B. */
    @Test
    void theChallengeIsTheStandardsOwn() {
        Pkce pkce = new Pkce(Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));

        assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void aVerifierIsLongEnoughAndOnlyOnce() {
        SecureRandom random = new SecureRandom();
        try (Pkce one = Pkce.create(random);
                Pkce other = Pkce.create(random)) {
            assertThat(one.verifier().reveal()).matches("[A-Za-z0-9_-]{43}");
            assertThat(one.verifier()).isNotEqualTo(other.verifier());
            assertThat(one.toString()).doesNotContain(one.verifier().reveal());
        }
    }

    @Test
    void anExpiryInMillisecondsIsTakenForWhatItIs() {
        Instant moment = Instant.parse("2026-11-23T10:00:00Z");

        assertThat(Moments.ofEpoch(moment.getEpochSecond())).isEqualTo(moment);
        assertThat(Moments.ofEpoch(moment.toEpochMilli())).isEqualTo(moment);
    }
}

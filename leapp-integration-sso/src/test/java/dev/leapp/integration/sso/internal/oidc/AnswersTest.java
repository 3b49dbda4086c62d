package dev.leapp.integration.sso.internal.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.integration.sso.internal.rest.Answer;
import dev.leapp.integration.sso.internal.rest.Json;
import dev.leapp.integration.sso.internal.rest.Reply;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1L << 55, 100_000_000L})
    void aLifetimeThatNothingHasIsNotUnderstood(long seconds) {
        assertThat(Tokens.of(answer("{\"accessToken\":\"t\",\"expiresIn\":" + seconds + "}"), NOW))
                .isEmpty();
        assertThat(DeviceGrant.of(
                        answer(
                                "{\"deviceCode\":\"d\",\"userCode\":\"u\",\"verificationUri\":\"https://a.example\",\"expiresIn\":"
                                        + seconds + "}"),
                        NOW))
                .isEmpty();
    }

    @Test
    void aRefusalThatSaysNothingMoreIsOfTheClient() {
        assertThat(OidcCode.of(refusal(401, Optional.of("r-1")))).isEqualTo(OidcCode.INVALID_CLIENT);
        assertThat(OidcCode.of(refusal(400, Optional.of("r-1")))).isEqualTo(OidcCode.OTHER);
    }

    @Test
    void aRefusalWithoutAnythingOfAwsIsNotOfTheService() {
        Reply reply = refusal(401, Optional.empty());

        assertThat(OidcCode.of(reply)).isEqualTo(OidcCode.OTHER);
        assertThat(reply.saysNothing()).isTrue();
        assertThat(refusal(401, Optional.of("r-1")).saysNothing()).isFalse();
        assertThat(refusal(400, Optional.empty()).saysNothing()).isFalse();
    }

    private static Reply refusal(int status, Optional<String> requestId) {
        return new Reply(status, "", requestId, Optional.empty(), Optional.empty());
    }

    private static Answer answer(String json) {
        return new Json().read(json.getBytes(UTF_8)).orElseThrow();
    }
}

package dev.leapp.provider.aws.internal.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.provider.aws.AwsAccessKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyEnvironmentTest {

    private static final Instant ISSUED = Instant.parse("2026-03-01T08:00:00.123456Z");

    private final AccessKeyEnvironment environment = new AccessKeyEnvironment();

    @Test
    void temporaryKeysComeWithTokenExpiryAndRegion() {
        Credentials credentials = key().secret(AwsAccessKey.SESSION_TOKEN, Secret.of("token"))
                .expiresAt(ISSUED.plusSeconds(3600))
                .build();

        assertThat(revealed("eu-west-1", credentials))
                .containsExactly(
                        Map.entry("AWS_ACCESS_KEY_ID", "AKIA"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "secret"),
                        Map.entry("AWS_SESSION_TOKEN", "token"),
                        Map.entry("AWS_CREDENTIAL_EXPIRATION", "2026-03-01T09:00:00Z"),
                        Map.entry("AWS_REGION", "eu-west-1"),
                        Map.entry("AWS_DEFAULT_REGION", "eu-west-1"));
    }

    @Test
    void whatCredentialsLackIsNotSet() {
        assertThat(revealed("", key().build())).containsOnlyKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void anEndpointOfTheCredentialsIsHandedOver() {
        Credentials credentials = key().attribute(AwsAccessKey.ENDPOINT_URL, "http://localhost:4566")
                .build();

        assertThat(revealed("", credentials)).containsEntry("AWS_ENDPOINT_URL", "http://localhost:4566");
    }

    @Test
    void whateverIsSetIsGoverned() {
        Credentials credentials = key().secret(AwsAccessKey.SESSION_TOKEN, Secret.of("token"))
                .attribute(AwsAccessKey.ENDPOINT_URL, "http://localhost:4566")
                .expiresAt(ISSUED.plusSeconds(3600))
                .build();

        assertThat(revealed("eu-west-1", credentials).keySet()).hasSize(7).allMatch(environment::governs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_PROFILE",
                "AWS_DEFAULT_PROFILE",
                "AWS_ROLE_ARN",
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                "AWS_SECURITY_TOKEN",
                "AWS_ENDPOINT_URL_S3",
                "AWS_BEARER_TOKEN_BEDROCK",
                "AWS_ACCOUNT_ID",
                "AWS_VAULT"
            })
    void whatWouldMakeAClientSomebodyElseIsGoverned(String variable) {
        assertThat(environment.governs(variable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_PAGER",
                "AWS_CA_BUNDLE",
                "AWS_MAX_ATTEMPTS",
                "AWS_RETRY_MODE",
                "AWS_CONFIG_FILE",
                "AWS_SHARED_CREDENTIALS_FILE",
                "AWS_DEFAULT_OUTPUT",
                "AWS_USE_FIPS_ENDPOINT",
                "AWS_EC2_METADATA_DISABLED",
                "AWS_SDK_LOAD_CONFIG",
                "PATH"
            })
    void whatSaysHowAClientWorksIsNot(String variable) {
        assertThat(environment.governs(variable)).isFalse();
    }

    @Test
    void acceptsAccessKeysOnly() {
        assertThat(environment.accepts(CredentialKind.ACCESS_KEY)).isTrue();
        assertThat(environment.accepts(CredentialKind.BEARER_TOKEN)).isFalse();
    }

    private static Credentials.Builder key() {
        return Credentials.builder(CredentialKind.ACCESS_KEY, ISSUED)
                .attribute(AwsAccessKey.ACCESS_KEY_ID, "AKIA")
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of("secret"));
    }

    private Map<String, String> revealed(String region, Credentials credentials) {
        Session session = Session.builder(new SessionId("id"), "ops", new SessionType("aws-iam-user"), region)
                .build();
        Map<String, String> revealed = new LinkedHashMap<>();
        environment.variables(session, credentials).forEach((name, value) -> revealed.put(name, value.reveal()));
        return revealed;
    }
}

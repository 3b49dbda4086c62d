package dev.leapp.provider.aws.internal.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.testkit.contract.EndpointProtocolContract;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerCredentialsTest extends EndpointProtocolContract {

    private static final Instant ISSUED = Instant.parse("2026-03-01T10:00:00.123Z");

    private final ContainerCredentials protocol = new ContainerCredentials();

    @Override
    protected EndpointProtocol protocol() {
        return protocol;
    }

    @Override
    protected Session session() {
        return Fixtures.session("aws-iam-user").build();
    }

    @Override
    protected Credentials credentials() {
        return key().secret(AwsAccessKey.SESSION_TOKEN, Secret.of("tok/en+=="))
                .expiresAt(ISSUED.plusSeconds(3600))
                .build();
    }

    @Override
    protected Map<String, String> presenting(Secret token) {
        return Map.of("authorization", token.reveal());
    }

    @Test
    void theAnswerIsThatOfTheContainerCredentialsProtocol() {
        assertThat(protocol.answer(session(), credentials()).body().reveal())
                .isEqualTo("{\"AccessKeyId\":\"ASIAEXAMPLE\",\"SecretAccessKey\":\"sec/ret\",\"Token\":\"tok/en+==\","
                        + "\"Expiration\":\"2026-03-01T11:00:00Z\"}");
    }

    @Test
    void whatHasNeitherTokenNorExpiryHasMembersForBoth() {
        assertThat(protocol.answer(session(), key().build()).body().reveal())
                .endsWith("\"Token\":\"\",\"Expiration\":\"2026-03-01T11:00:00Z\"}");
    }

    @Test
    void refusalsAreJsonWhateverTheMessage() {
        assertThat(protocol.refusal(403, "AccessDenied", "a \"b\" \\ \n\u00e4")
                        .body()
                        .reveal())
                .isEqualTo("{\"code\":\"AccessDenied\",\"message\":\"a \\u0022b\\u0022 \\u005c \\u000a\\u00e4\"}");
    }

    @Test
    void clientsAreLedToTheEndpointAndTheRegionAndAwayFromTheUsersFiles() {
        Session local = Fixtures.session("aws-localstack")
                .setting(AwsAccessKey.ENDPOINT_URL, "http://localhost:4566")
                .build();

        Map<String, Secret> variables =
                protocol.variables(local, URI.create("http://127.0.0.1:1/x"), Secret.of("token"));

        assertThat(variables)
                .containsEntry("AWS_CONTAINER_CREDENTIALS_FULL_URI", Secret.of("http://127.0.0.1:1/x"))
                .containsEntry("AWS_CONTAINER_AUTHORIZATION_TOKEN", Secret.of("token"))
                .containsEntry("AWS_REGION", Secret.of("eu-west-1"))
                .containsEntry("AWS_DEFAULT_REGION", Secret.of("eu-west-1"))
                .containsEntry("AWS_ENDPOINT_URL", Secret.of("http://localhost:4566"))
                .containsEntry("AWS_SHARED_CREDENTIALS_FILE", Secret.of("/nonexistent/credentials"))
                .containsEntry("AWS_CONFIG_FILE", Secret.of("/nonexistent/config"));
    }

    private static Credentials.Builder key() {
        return Credentials.builder(CredentialKind.ACCESS_KEY, ISSUED)
                .attribute(AwsAccessKey.ACCESS_KEY_ID, "ASIAEXAMPLE")
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of("sec/ret"));
    }
}

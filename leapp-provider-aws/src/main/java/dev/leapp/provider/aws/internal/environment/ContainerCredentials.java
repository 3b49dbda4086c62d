package dev.leapp.provider.aws.internal.environment;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.EndpointReply;
import dev.leapp.provider.aws.AwsAccessKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The container credentials of AWS's tools and SDKs, made for Amazon ECS. */
public final class ContainerCredentials implements EndpointProtocol {

    private static final String JSON = "application/json";

    /**
     * Where nothing is. Clients look into the user's files before they ask an endpoint, so a default profile there would be taken
     * instead of the session.
     */
    private static final String NO_DIRECTORY = "/nonexistent/";

    /** Clients want to know when to come again. What nobody knows the expiry of is asked for once in a while. */
    private static final Duration WITHOUT_EXPIRY = Duration.ofHours(1);

    @Override
    public String cloudProvider() {
        return "aws";
    }

    @Override
    public boolean accepts(CredentialKind kind) {
        return kind.equals(CredentialKind.ACCESS_KEY);
    }

    @Override
    public Map<String, Secret> variables(Session session, URI endpoint, Secret token) {
        Map<String, Secret> variables = new LinkedHashMap<>();
        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", Secret.of(endpoint.toString()));
        variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", token);
        if (!session.region().isEmpty()) {
            variables.put("AWS_REGION", Secret.of(session.region()));
            variables.put("AWS_DEFAULT_REGION", Secret.of(session.region()));
        }
        session.setting(AwsAccessKey.ENDPOINT_URL).ifPresent(url -> variables.put("AWS_ENDPOINT_URL", Secret.of(url)));
        variables.put("AWS_SHARED_CREDENTIALS_FILE", Secret.of(NO_DIRECTORY + "credentials"));
        variables.put("AWS_CONFIG_FILE", Secret.of(NO_DIRECTORY + "config"));
        return variables;
    }

    /** Clients send the token as it is, without a scheme before it. */
    @Override
    public Optional<Secret> token(Function<String, Optional<String>> headers) {
        return headers.apply("Authorization").map(Secret::of);
    }

    @Override
    public EndpointReply answer(Session session, Credentials credentials) {
        AwsAccessKey key = AwsAccessKey.of(credentials);
        Map<String, String> members = new LinkedHashMap<>();
        members.put("AccessKeyId", key.accessKeyId());
        members.put("SecretAccessKey", key.secretAccessKey().reveal());
        members.put("Token", key.sessionToken().map(Secret::reveal).orElse("")); // botocore fails without it
        members.put("Expiration", expiration(credentials));
        return new EndpointReply(200, JSON, Secret.of(JsonObject.of(members)));
    }

    @Override
    public EndpointReply refusal(int status, String code, String message) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("code", code);
        members.put("message", message);
        return new EndpointReply(status, JSON, Secret.of(JsonObject.of(members)));
    }

    private static String expiration(Credentials credentials) {
        Instant moment =
                credentials.expiresAt().orElseGet(() -> credentials.issuedAt().plus(WITHOUT_EXPIRY));
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

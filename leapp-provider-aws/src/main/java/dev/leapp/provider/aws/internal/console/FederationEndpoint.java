package dev.leapp.provider.aws.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.HttpConnections;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.client.ConfiguredEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Optional;

/**
 * AWS's federation endpoint, which turns temporary credentials into a sign-in. They travel in the address, as AWS wants it, so no
 * address and nothing that an HTTP client says about one may get into a message.
 */
final class FederationEndpoint {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;
    private static final int PROXY_LOGIN = 407;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    private final PluginContext context;
    private final ObjectMapper json = new ObjectMapper();

    FederationEndpoint(PluginContext context) {
        this.context = context;
    }

    /** Returns where a partition's sign-in is, unless the environment says otherwise. */
    URI at(ConsolePlace place, String region) {
        return new ConfiguredEndpoint(context.environment(), "SIGNIN")
                .url()
                .orElseGet(() -> URI.create("https://" + place.signInHost(region)));
    }

    /**
     * Gets a sign-in token, which is good for 15 minutes.
     *
     * @param duration for how long the sign-in lasts; empty for as long as the credentials do
     * @return the token, empty if the endpoint refuses
     */
    Optional<Secret> token(Session session, URI host, AwsAccessKey key, Optional<Duration> duration) {
        String query = "Action=getSigninToken"
                + duration.map(length -> "&SessionDuration=" + length.toSeconds())
                        .orElse("")
                + "&Session=" + encoded(document(key));
        try {
            HttpURLConnection connection =
                    new HttpConnections(context.http()).open(URI.create(host + "/federation?" + query));
            connection.setRequestProperty("Accept", "application/json");
            return answer(session, host, connection);
        } catch (IOException e) {
            throw unreachable(session, host, e.getClass().getSimpleName());
        }
    }

    /** Returns the address that signs in. */
    static Secret login(URI host, String destination, Secret token) {
        return Secret.of(host + "/federation?Action=login&Issuer=leapp&Destination=" + encoded(destination)
                + "&SigninToken=" + encoded(token.reveal()));
    }

    private Optional<Secret> answer(Session session, URI host, HttpURLConnection connection) throws IOException {
        try {
            int status = connection.getResponseCode();
            if (saysNothingOfTheCredentials(status)) {
                throw unreachable(session, host, "HTTP " + status);
            }
            if (status != OK) {
                return Optional.empty();
            }
            try (InputStream body = connection.getInputStream()) {
                JsonNode answer = json.readTree(body.readNBytes(LONGEST_ANSWER));
                return Optional.ofNullable(answer.get("SigninToken"))
                        .map(JsonNode::asText)
                        .map(Secret::of);
            }
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } finally {
            connection.disconnect();
        }
    }

    private static boolean saysNothingOfTheCredentials(int status) {
        return status >= SERVER_ERRORS || status == TOO_MANY || status == PROXY_LOGIN;
    }

    private String document(AwsAccessKey key) {
        return json.createObjectNode()
                .put("sessionId", key.accessKeyId())
                .put("sessionKey", key.secretAccessKey().reveal())
                .put("sessionToken", key.sessionToken().map(Secret::reveal).orElse(""))
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Names the kind of failure only: its words and its cause may repeat the address. */
    private static CredentialException unreachable(Session session, URI host, String why) {
        return new CredentialException(
                CoreErrorCode.UNREACHABLE,
                "Can't reach AWS's sign-in at " + host.getAuthority() + " for session " + session.name() + " (" + why
                        + ")",
                "check the network, the proxy and the session's region",
                null);
    }
}

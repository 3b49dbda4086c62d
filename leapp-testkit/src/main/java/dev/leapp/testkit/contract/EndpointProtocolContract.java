package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.EndpointReply;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EndpointProtocol} promises. Extend it, and give a session with credentials of it.
 *
 * @since 0.1
 */
public abstract class EndpointProtocolContract {

    private static final URI ENDPOINT = URI.create("http://127.0.0.1:40123/Zm9v");

    private static final Secret TOKEN = Secret.of("dG9rZW4tb2YtdGhlLWNvbnRyYWN0");

    /** For the sub-class to call. */
    protected EndpointProtocolContract() {}

    /**
     * Returns what is tested.
     *
     * @return the protocol
     */
    protected abstract EndpointProtocol protocol();

    /**
     * Returns a session of the protocol's cloud.
     *
     * @return a session
     */
    protected abstract Session session();

    /**
     * Returns credentials of that session, of a kind that is accepted.
     *
     * @return credentials with at least one secret
     */
    protected abstract Credentials credentials();

    /**
     * Returns how the cloud's clients present a token.
     *
     * @param token the token
     * @return request headers by their names
     */
    protected abstract Map<String, String> presenting(Secret token);

    @Test
    void sessionAndCredentialsAreOfItsCloud() {
        assertThat(session().type().cloudProvider()).isEqualTo(protocol().cloudProvider());
        assertThat(protocol().accepts(credentials().kind())).isTrue();
    }

    @Test
    void variablesHoldTheTokenAndNoSecretOfTheCloud() {
        Map<String, Secret> variables = protocol().variables(session(), ENDPOINT, TOKEN);

        assertThat(variables.values()).contains(TOKEN);
        assertThat(variables.values())
                .anySatisfy(value -> assertThat(value.reveal()).contains(ENDPOINT.getAuthority()));
        assertThat(credentials().secrets()).isNotEmpty();
        assertThat(variables.values())
                .doesNotContainAnyElementsOf(credentials().secrets().values());
    }

    @Test
    void theTokenIsReadAsItIsPresented() {
        Map<String, String> headers = presenting(TOKEN);

        Optional<Secret> found = protocol()
                .token(name -> headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst());

        assertThat(found).contains(TOKEN);
        assertThat(protocol().token(name -> Optional.empty())).isEmpty();
    }

    @Test
    void theAnswerHoldsEverySecretOfTheCredentials() {
        EndpointReply answer = protocol().answer(session(), credentials());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isNotEmpty();
        assertThat(credentials().secrets().values())
                .allSatisfy(secret -> assertThat(answer.body().reveal()).contains(secret.reveal()));
        assertThat(answer.toString()).doesNotContain(answer.body().reveal());
    }

    @Test
    void refusalsKeepTheirStatusAndSayWhy() {
        for (int status : new int[] {401, 403, 404, 429, 500, 503}) {
            EndpointReply refusal = protocol().refusal(status, "AccessDenied", "Session 'ops' was stopped");

            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.body().reveal()).contains("AccessDenied", "ops", "was stopped");
        }
    }
}

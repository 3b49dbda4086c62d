package dev.leapp.core.spi;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a cloud's clients ask an HTTP endpoint on their own machine for credentials. Core listens, keeps strangers out and limits the
 * rate; this says what is in a request and in an answer.
 *
 * @implSpec Thread-safe, without state, and only computing: no input or output.
 * @since 0.1
 */
public interface EndpointProtocol {

    /**
     * Returns whose clients these are.
     *
     * @return the cloud's id, as session types begin with it, such as {@code aws}
     */
    String cloudProvider();

    /**
     * Tells whether credentials of a kind can be handed over like this.
     *
     * @param kind the kind
     * @return whether {@link #answer} understands them
     */
    boolean accepts(CredentialKind kind);

    /**
     * Returns the variables that lead a cloud's client to an endpoint, and nothing that is a credential of the cloud.
     *
     * @param session whose endpoint, and for which region
     * @param endpoint where to ask; a URL with {@code http}, a loopback address, a port and a path
     * @param token what the client must present
     * @return values by variable names, in the order to show them in
     */
    Map<String, Secret> variables(Session session, URI endpoint, Secret token);

    /**
     * Returns the token that a request presents.
     *
     * @param headers finds the value of a header by its name, which has no case
     * @return what was presented, not yet compared with anything; empty if nothing was
     */
    Optional<Secret> token(Function<String, Optional<String>> headers);

    /**
     * Returns the answer to a request that is in order.
     *
     * @param session whose credentials
     * @param credentials the credentials, of a kind that is accepted
     * @return the answer, with status 200
     */
    EndpointReply answer(Session session, Credentials credentials);

    /**
     * Returns the answer to a request that is not answered with credentials.
     *
     * @param status the HTTP status, 400 to 599
     * @param code what failed, in one word such as {@code AccessDenied}
     * @param message what failed, for people; no secret
     * @return the answer
     */
    EndpointReply refusal(int status, String code, String message);
}

package dev.leapp.core.spi;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import java.util.Map;

/**
 * What a cloud's clients read from the environment of their process: so a program can be given the credentials of a session and
 * nothing else.
 *
 * @implSpec Thread-safe, without state, and only computing: no input or output.
 * @since 0.1
 */
public interface ClientEnvironment {

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
     * @return whether {@link #variables} understands them
     */
    boolean accepts(CredentialKind kind);

    /**
     * Tells whether the cloud's clients would take credentials, an account, a region or an endpoint from a variable. Such a variable is
     * removed from what a program would inherit, unless {@link #variables} sets it.
     *
     * @param variable the variable's name
     * @return whether it would mix with what is handed over
     */
    boolean governs(String variable);

    /**
     * Returns the variables that hand credentials over.
     *
     * @param session whose credentials, and for which region
     * @param credentials the credentials, of a kind that is accepted
     * @return values by variable names, in the order to show them in; {@link #governs} is true of each name
     */
    Map<String, Secret> variables(Session session, Credentials credentials);
}

package dev.leapp.core.handover;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import java.util.List;

/**
 * Hands the credentials of sessions to programs and people without writing them to a file. Works for inactive sessions too, as
 * {@link dev.leapp.core.session.Sessions#credentials} does.
 *
 * <p>Thread-safe. Everything here may block on the network and on the user.
 *
 * @since 0.1
 */
public interface Handovers {

    /**
     * Returns the environment variables that give a program the credentials of some sessions, and tells which ones it must not inherit.
     *
     * @param sessions the sessions, of different clouds
     * @param use what for, for the record of issued credentials
     * @return the variables
     * @throws dev.leapp.core.error.LeappException if there is no such session, nothing can be issued, no plug-in hands such credentials
     *     over like this, or two sessions would set the same variable
     */
    ProgramEnvironment environment(List<SessionId> sessions, Use use);

    /**
     * Returns the environment of a program that is to have no credentials: nothing is set, and what the clients of any cloud read is
     * removed. Looks at no workspace.
     *
     * @return no variables
     */
    ProgramEnvironment emptyEnvironment();

    /**
     * Starts an endpoint on this machine that gives programs the credentials of sessions for as long as it runs.
     *
     * @param options which sessions, and how
     * @return the running endpoint, to be closed before the {@link dev.leapp.core.Leapp}
     * @throws dev.leapp.core.error.LeappException if there is no such session, no plug-in knows an endpoint for it, or nothing can
     *     listen there
     */
    CredentialServer serve(ServerOptions options);

    /**
     * Returns an address that opens a cloud's web console, signed in. Whoever has it can sign in for a while.
     *
     * @param session the session
     * @param request what to open
     * @return the address
     * @throws dev.leapp.core.error.LeappException if there is no such session, no plug-in knows a console for it, or the cloud refuses
     */
    Secret console(SessionId session, ConsoleRequest request);
}

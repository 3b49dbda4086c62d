package dev.leapp.core.spi;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.ConsoleRequest;
import java.util.function.Supplier;

/**
 * Signs in to a cloud's web console.
 *
 * @implSpec Thread-safe and without state. May block on the network until {@link IssueContext#deadline()} at the latest.
 * @since 0.1
 */
public interface WebConsole {

    /**
     * Returns an address that opens the console, signed in. Whoever has it can sign in for a while: it must not reach a log, a process
     * argument or an exception.
     *
     * @param request what to open
     * @param credentials gets the session's own temporary credentials, as a provider chain would; may block on network and user
     * @param context the session and what may be used
     * @return the address
     * @throws dev.leapp.core.error.LeappException if it can't, with a message for the user that holds no secret
     */
    Secret signIn(ConsoleRequest request, Supplier<Credentials> credentials, IssueContext context);
}

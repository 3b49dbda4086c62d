package dev.leapp.core.internal.login;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;

/**
 * Who is logged in to integrations. One attempt at a time for each integration on the whole machine; who waits for it takes its outcome.
 */
public interface Logins extends AutoCloseable {

    /** Tells whether somebody is logged in; touches neither the secret store nor the network. */
    LoginState state(IntegrationId id);

    /** Logs the user in anew, or takes the login that another caller got while this one waited. */
    LoginState login(Integration integration, LoginFlow flow);

    /** Forgets the login here and ends it upstream; returns whether there was one. */
    boolean logout(Integration integration);

    /** Fails if a login could not be ended now: before what it depends on is changed. Changes nothing. */
    void requireEndable(Integration integration);

    /**
     * Forgets the login to what an integration was, and ends it upstream; one to what it is now stays. If that fails, the user is told.
     *
     * @param former what it was
     */
    void endFormer(Integration former);

    /** Returns who is logged in, for use by access methods and listings; nothing happens before it is asked for a token. */
    IntegrationLogin of(Integration integration);

    /** Returns what the integration's provider may use, for a call that takes the usual time at most. */
    IntegrationContext context(Integration integration, LoginFlow flow);

    /** Wipes logins from memory. */
    @Override
    default void close() {}
}

package dev.leapp.testkit.contract;

import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.PluginContext;
import java.util.List;
import java.util.Map;

/**
 * What {@link IntegrationProviderContract} works with: a provider, and a stand-in of the service that it is for. Belongs to one test.
 *
 * @since 0.1
 */
public interface IntegrationHarness extends AutoCloseable {

    /**
     * Returns the factory of the provider.
     *
     * @return the factory
     */
    IntegrationProviderFactory factory();

    /**
     * Returns surroundings in which the stand-in answers.
     *
     * @return the context; its home belongs to the test
     */
    PluginContext context();

    /**
     * Returns what a user fills in for an integration with the stand-in. If the provider can share logins with another program, it says so.
     *
     * @return all required fields
     */
    Map<String, String> settings();

    /**
     * Returns a user who is there and agrees to everything.
     *
     * @return the interaction
     */
    UserInteraction user();

    /**
     * Tells how often the stand-in was asked to let a user log in: by a device code, by a page in the browser.
     *
     * @return how often so far, whether the user agreed or not
     */
    int authorizations();

    /**
     * Tells how many calls the stand-in got that list accounts or roles, repeated ones included.
     *
     * @return how many so far
     */
    int listingCalls();

    /**
     * Tells whether the stand-in takes an access token now.
     *
     * @param accessToken the token
     * @return whether it is good
     */
    boolean accepts(String accessToken);

    /**
     * Returns what the user may reach: at least three accounts, each with a role.
     *
     * @return all accounts
     */
    List<UpstreamAccount> accounts();

    /** Makes the stand-in refuse all access tokens given so far, although they have not expired. */
    void revokeAccessTokens();

    /** Makes the stand-in refuse everything given so far, so that only the user can log in again. */
    void endLogins();

    /**
     * Makes the stand-in fail whenever the roles in an account are listed.
     *
     * @param accountId the account
     */
    void failListing(String accountId);

    /** Stops the stand-in. */
    @Override
    void close();
}

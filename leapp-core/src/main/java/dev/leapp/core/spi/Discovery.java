package dev.leapp.core.spi;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import java.util.List;

/**
 * Takes what a provider finds upstream. Belongs to one listing; thread-safe. It tells the user how far the listing is, and keeps each account's
 * roles at once, so that an interrupted listing can be taken up again.
 *
 * @since 0.1
 */
public interface Discovery {

    /**
     * Returns what is to be listed, for providers that can ask for less.
     *
     * @return the filter; it need not be heeded, as what does not fit is left out anyway
     */
    SyncFilter filter();

    /**
     * Takes the complete list of accounts. To be called once, before anything else.
     *
     * @param all all accounts that there are
     * @return those whose roles are to be listed: not those that are filtered out, nor those that an interrupted listing got to
     */
    List<UpstreamAccount> accounts(List<UpstreamAccount> all);

    /**
     * Takes the complete list of roles in an account. To be called once for each: an account that is told of again counts as failed,
     * because a part of its roles must not be taken for all of them.
     *
     * @param account the account
     * @param roles all roles there
     */
    void listed(UpstreamAccount account, List<UpstreamSession> roles);

    /**
     * Takes that the roles in an account could not be listed. The listing goes on. That is final: what was told of the account before,
     * or is told of it afterwards, does not count, and nothing in it is gone.
     *
     * @param account the account
     * @param failure why
     */
    void failed(UpstreamAccount account, LeappException failure);
}

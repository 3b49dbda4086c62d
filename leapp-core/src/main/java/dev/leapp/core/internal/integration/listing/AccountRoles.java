package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.UpstreamSession;
import java.util.List;

/**
 * All roles in an account.
 *
 * @param account its id
 * @param withdrawn whether they turned out not to be known; then what was told before counts no longer
 */
record AccountRoles(String account, List<UpstreamSession> roles, boolean withdrawn) {

    AccountRoles(String account, List<UpstreamSession> roles) {
        this(account, roles, false);
    }

    static AccountRoles withdrawn(String account) {
        return new AccountRoles(account, List.of(), true);
    }
}

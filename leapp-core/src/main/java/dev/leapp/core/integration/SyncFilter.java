package dev.leapp.core.integration;

import java.util.List;

/**
 * Which accounts and roles to list. What is left out stays as it is in the workspace: it is never gone.
 *
 * @param accounts globs of account ids or names; none to list all
 * @param roles globs of role names; none to take all
 * @since 0.1
 */
public record SyncFilter(List<String> accounts, List<String> roles) {

    /**
     * Copies the lists.
     *
     * @param accounts globs of account ids or names
     * @param roles globs of role names
     */
    public SyncFilter {
        accounts = List.copyOf(accounts);
        roles = List.copyOf(roles);
    }

    /**
     * Tells whether an account is to be listed.
     *
     * @param account the account
     * @return whether a glob fits its id or its name, or there is none
     */
    public boolean fits(UpstreamAccount account) {
        return accounts.isEmpty()
                || accounts.stream().anyMatch(glob -> Globs.fit(glob, account.id()) || Globs.fit(glob, account.name()));
    }

    /**
     * Tells whether a role is to be taken.
     *
     * @param role its name
     * @return whether a glob fits it, or there is none
     */
    public boolean fitsRole(String role) {
        return roles.isEmpty() || roles.stream().anyMatch(glob -> Globs.fit(glob, role));
    }
}

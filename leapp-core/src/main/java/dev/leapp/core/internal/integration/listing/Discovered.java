package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.spi.Discovery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what a provider finds, and trusts it no further than it must: what was not said is not known, and so not gone. */
final class Discovered implements Discovery {

    private final Integration integration;
    private final SyncFilter filter;
    private final Journal journal;
    private final Progress progress;
    private final Map<String, UpstreamAccount> wanted = new LinkedHashMap<>();
    private final Map<String, Map<String, UpstreamSession>> listed = new LinkedHashMap<>();
    private final Map<String, Unlisted> failed = new LinkedHashMap<>();
    private @Nullable Map<String, UpstreamAccount> all;

    Discovered(Integration integration, SyncFilter filter, Journal journal, Progress progress) {
        this.integration = integration;
        this.filter = filter;
        this.journal = journal;
        this.progress = progress;
    }

    @Override
    public SyncFilter filter() {
        return filter;
    }

    @Override
    public synchronized List<UpstreamAccount> accounts(List<UpstreamAccount> told) {
        if (all != null) {
            throw new IllegalStateException("The accounts are told once");
        }
        Map<String, UpstreamAccount> accounts = new LinkedHashMap<>();
        told.forEach(account -> accounts.putIfAbsent(account.id(), account));
        all = accounts;
        accounts.values().stream().filter(filter::fits).forEach(account -> wanted.put(account.id(), account));
        for (UpstreamAccount account : wanted.values()) {
            List<UpstreamSession> found = journal.found().get(account.id());
            if (found != null) {
                add(account, found);
            }
        }
        progress.roles(listed.size(), wanted.size());
        return wanted.values().stream()
                .filter(account -> !listed.containsKey(account.id()))
                .toList();
    }

    @Override
    public synchronized void listed(UpstreamAccount account, List<UpstreamSession> roles) {
        String id = account.id();
        UpstreamAccount known = wanted.get(id);
        if (known == null) {
            return;
        }
        if (roles.stream().anyMatch(role -> !role.account().id().equals(id))) {
            fail(known, "the plug-in took roles of another account for its own");
            return;
        }
        boolean first = isFirst(id);
        failed.remove(id);
        add(known, roles);
        journal.keep(new AccountRoles(
                id, List.copyOf(listed.getOrDefault(id, Map.of()).values())));
        if (first) {
            progress.oneMore();
        }
    }

    @Override
    public synchronized void failed(UpstreamAccount account, LeappException failure) {
        UpstreamAccount known = wanted.get(account.id());
        if (known != null && !listed.containsKey(known.id())) {
            fail(known, String.valueOf(failure.getMessage()));
        }
    }

    private void fail(UpstreamAccount account, String reason) {
        boolean first = isFirst(account.id());
        failed.put(account.id(), new Unlisted(account, reason, true));
        if (first) {
            progress.oneMore();
        }
    }

    private boolean isFirst(String id) {
        return !listed.containsKey(id) && !failed.containsKey(id);
    }

    /** Adds to what is known already: who tells the roles in parts tells more of them, never fewer. */
    private void add(UpstreamAccount account, List<UpstreamSession> roles) {
        Map<String, UpstreamSession> known = listed.computeIfAbsent(account.id(), id -> new LinkedHashMap<>());
        roles.forEach(role -> known.put(role.role(), in(account, role)));
    }

    /** Returns a role as one of the account as it is called now. */
    private static UpstreamSession in(UpstreamAccount account, UpstreamSession role) {
        if (role.account().equals(account)) {
            return role;
        }
        UpstreamSession.Builder same = UpstreamSession.builder(role.type(), account, role.role());
        role.settings().forEach(same::setting);
        role.labels().forEach(same::label);
        return same.build();
    }

    /** Returns what was found, once the provider is done. */
    synchronized Listing listing(Instant now) {
        if (all == null) {
            throw new PluginException(
                    CoreErrorCode.PLUGIN_FAILED,
                    "The accounts of integration '" + integration.alias() + "' were not listed",
                    "report that to the plug-in's author; 'leapp plugin list' names it");
        }
        List<UpstreamSession> sessions = wanted.keySet().stream()
                .flatMap(id -> listed.getOrDefault(id, Map.of()).values().stream())
                .filter(session -> filter.fitsRole(session.role()))
                .toList();
        return new Listing(integration.id(), now, filter, List.copyOf(all.values()), sessions, unlisted(all));
    }

    private List<Unlisted> unlisted(Map<String, UpstreamAccount> accounts) {
        List<Unlisted> unlisted = new ArrayList<>();
        for (UpstreamAccount account : accounts.values()) {
            if (!wanted.containsKey(account.id())) {
                unlisted.add(new Unlisted(account, "left out by the filter", false));
            } else if (!listed.containsKey(account.id())) {
                unlisted.add(
                        failed.getOrDefault(account.id(), new Unlisted(account, "its roles were not listed", true)));
            }
        }
        return unlisted;
    }

    /** Whether nothing is missing that was wanted. */
    synchronized boolean isComplete() {
        return all != null && listed.keySet().containsAll(wanted.keySet());
    }
}

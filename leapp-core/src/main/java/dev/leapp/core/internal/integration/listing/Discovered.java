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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what a provider finds, and trusts it no further than it must: what was not said is not known, and so not gone. */
final class Discovered implements Discovery {

    private final Integration integration;
    private final String source;
    private final SyncFilter filter;
    private final Journal journal;
    private final Progress progress;
    private final Map<String, UpstreamAccount> wanted = new LinkedHashMap<>();
    private final Map<String, Map<String, UpstreamSession>> listed = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, Unlisted> failed = new LinkedHashMap<>();
    private @Nullable Map<String, UpstreamAccount> all;

    Discovered(Source source, SyncFilter filter, Journal journal, Progress progress) {
        this.integration = source.integration();
        this.source = source.digest();
        this.filter = filter;
        this.journal = journal;
        this.progress = progress;
    }

    @Override
    public SyncFilter filter() {
        return filter;
    }

    @Override
    public synchronized List<UpstreamAccount> accounts(List<UpstreamAccount> found) {
        if (all != null) {
            throw new IllegalStateException("The accounts are told once");
        }
        Map<String, UpstreamAccount> accounts = new LinkedHashMap<>();
        found.forEach(account -> accounts.putIfAbsent(account.id(), account));
        all = accounts;
        accounts.values().stream().filter(filter::fits).forEach(account -> wanted.put(account.id(), account));
        for (UpstreamAccount account : wanted.values()) {
            List<UpstreamSession> roles = journal.found().get(account.id());
            if (roles != null) {
                add(account, roles);
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
        if (known == null || failed.containsKey(id)) {
            return;
        }
        if (told.contains(id)) {
            fail(known, "the plug-in told its roles more than once");
        } else if (roles.stream().anyMatch(role -> !role.account().id().equals(id))) {
            fail(known, "the plug-in took roles of another account for its own");
        } else {
            boolean first = isFirst(id);
            told.add(id);
            journal.keep(new AccountRoles(id, add(known, roles)));
            tellIf(first);
        }
    }

    @Override
    public synchronized void failed(UpstreamAccount account, LeappException failure) {
        UpstreamAccount known = wanted.get(account.id());
        if (known != null && !failed.containsKey(known.id())) {
            fail(known, String.valueOf(failure.getMessage()));
        }
    }

    /** Nothing is known of an account any more, whatever was told of it before. */
    private void fail(UpstreamAccount account, String reason) {
        String id = account.id();
        boolean first = isFirst(id);
        if (listed.remove(id) != null) {
            journal.withdraw(id);
        }
        failed.put(id, new Unlisted(account, reason, true));
        tellIf(first);
    }

    private boolean isFirst(String id) {
        return !listed.containsKey(id) && !failed.containsKey(id);
    }

    private void tellIf(boolean first) {
        if (first) {
            progress.oneMore();
        }
    }

    private List<UpstreamSession> add(UpstreamAccount account, List<UpstreamSession> roles) {
        Map<String, UpstreamSession> known = new LinkedHashMap<>();
        roles.forEach(role -> known.put(role.role(), in(account, role)));
        listed.put(account.id(), known);
        return List.copyOf(known.values());
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
        return new Listing(integration.id(), source, now, filter, List.copyOf(all.values()), sessions, unlisted(all));
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
}

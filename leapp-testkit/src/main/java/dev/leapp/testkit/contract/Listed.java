package dev.leapp.testkit.contract;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.spi.Discovery;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps what a provider lists, and wants the accounts that fit. */
final class Listed implements Discovery {

    final List<String> order = new CopyOnWriteArrayList<>();
    final List<UpstreamAccount> accounts = new CopyOnWriteArrayList<>();
    final Map<String, List<UpstreamSession>> roles = new ConcurrentHashMap<>();
    final Map<String, LeappException> failures = new ConcurrentHashMap<>();
    private final Predicate<UpstreamAccount> wanted;
    private final Runnable onAccounts;

    Listed(Predicate<UpstreamAccount> wanted) {
        this(wanted, () -> {});
    }

    Listed(Predicate<UpstreamAccount> wanted, Runnable onAccounts) {
        this.wanted = wanted;
        this.onAccounts = onAccounts;
    }

    @Override
    public SyncFilter filter() {
        return new SyncFilter(List.of(), List.of());
    }

    @Override
    public List<UpstreamAccount> accounts(List<UpstreamAccount> all) {
        order.add("accounts");
        accounts.addAll(all);
        onAccounts.run();
        return all.stream().filter(wanted).toList();
    }

    @Override
    public void listed(UpstreamAccount account, List<UpstreamSession> found) {
        order.add(account.id());
        roles.put(account.id(), List.copyOf(found));
    }

    @Override
    public void failed(UpstreamAccount account, LeappException failure) {
        order.add(account.id());
        failures.put(account.id(), failure);
    }
}

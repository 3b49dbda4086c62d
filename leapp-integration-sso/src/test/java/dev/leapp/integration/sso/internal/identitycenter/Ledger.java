package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.spi.Discovery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Writes down what a listing finds. */
final class Ledger implements Discovery {

    final List<UpstreamAccount> accounts = new CopyOnWriteArrayList<>();
    final Map<String, List<UpstreamSession>> listed = new ConcurrentHashMap<>();
    final Map<String, LeappException> failed = new ConcurrentHashMap<>();

    private final Predicate<UpstreamAccount> wanted;

    Ledger() {
        this(account -> true);
    }

    Ledger(Predicate<UpstreamAccount> wanted) {
        this.wanted = wanted;
    }

    List<UpstreamSession> roles(String account) {
        return Optional.ofNullable(listed.get(account)).orElseThrow();
    }

    @Override
    public SyncFilter filter() {
        return new SyncFilter(List.of(), List.of());
    }

    @Override
    public List<UpstreamAccount> accounts(List<UpstreamAccount> all) {
        accounts.addAll(all);
        return all.stream().filter(wanted).toList();
    }

    @Override
    public void listed(UpstreamAccount account, List<UpstreamSession> roles) {
        listed.put(account.id(), roles);
    }

    @Override
    public void failed(UpstreamAccount account, LeappException failure) {
        failed.put(account.id(), failure);
    }
}

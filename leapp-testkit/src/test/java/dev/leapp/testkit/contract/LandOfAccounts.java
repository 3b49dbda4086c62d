package dev.leapp.testkit.contract;

import dev.leapp.core.integration.UpstreamAccount;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that exists in memory only. */
final class LandOfAccounts {

    final List<UpstreamAccount> accounts = List.of(
            new UpstreamAccount("1", "one"), new UpstreamAccount("2", "two"), new UpstreamAccount("3", "three"));
    final Set<String> accessTokens = ConcurrentHashMap.newKeySet();
    final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    final Semaphore agreed = new Semaphore(0);
    final Set<String> failing = new TreeSet<>();
    final AtomicInteger authorizations = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    String newToken(Set<String> kind) {
        String token = "token-" + made.incrementAndGet();
        kind.add(token);
        return token;
    }
}

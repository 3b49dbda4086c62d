package dev.leapp.testkit.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The accounts, by their ids. Thread-safe. */
final class PortalAccounts {

    private static final List<String> ROLES =
            List.of("AdministratorAccess", "ReadOnlyAccess", "PowerUserAccess", "ViewOnlyAccess", "Billing");
    private static final long FIRST = 100_000_000_001L;

    private final NavigableMap<String, PortalAccount> byId = new ConcurrentSkipListMap<>();

    /** Adds accounts that share one list of roles. */
    void generate(int accounts, int rolesInEach) {
        List<String> roles = new ArrayList<>();
        for (int i = 0; i < rolesInEach; i++) {
            roles.add(i < ROLES.size() ? ROLES.get(i) : "Role" + (i + 1));
        }
        List<String> shared = List.copyOf(roles);
        for (int i = 0; i < accounts; i++) {
            String id = Long.toString(FIRST + i);
            String name = String.format(Locale.ROOT, "account-%04d", i + 1);
            put(new PortalAccount(id, name, name + "@example.com", shared));
        }
    }

    void put(PortalAccount account) {
        byId.put(account.id(), account);
    }

    void remove(String id) {
        byId.remove(id);
    }

    Optional<PortalAccount> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<PortalAccount> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the accounts that come after one, one more than asked for if there are. */
    List<PortalAccount> after(String id, int count) {
        return byId.tailMap(id, false).values().stream().limit(count + 1L).toList();
    }
}

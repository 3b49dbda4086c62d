package dev.leapp.testkit.cloud;

import java.util.Optional;

/** What a portal consists of. */
final class PortalParts {

    final PortalSettings settings;
    final StsKeys keys;
    final PortalAccounts accounts;
    final Optional<PortalThrottle> throttle;
    final PortalScript script = new PortalScript();
    final PortalCounters counters = new PortalCounters();
    final PortalClients clients;
    final PortalSessions sessions;
    final PortalDevices devices;
    final PortalAuthorizations authorizations;
    final PortalTokens tokens;
    final PortalAssignments assignments;
    final PortalRoles roles;
    final PortalPages pages;

    PortalParts(
            PortalSettings settings,
            StsKeys keys,
            PortalAccounts accounts,
            Optional<PortalThrottle> throttle,
            Optional<LocalSts> sts) {
        this.settings = settings;
        this.keys = keys;
        this.accounts = accounts;
        this.throttle = throttle;
        this.clients = new PortalClients(settings, keys, counters);
        this.sessions = new PortalSessions(settings, keys, counters);
        this.devices = new PortalDevices(settings, keys, counters);
        this.authorizations = new PortalAuthorizations(settings, keys, counters, clients);
        this.tokens = new PortalTokens(clients, devices, authorizations, sessions);
        this.assignments = new PortalAssignments(accounts);
        this.roles = new PortalRoles(settings, keys, counters, sts);
        this.pages = new PortalPages(settings.region());
    }
}

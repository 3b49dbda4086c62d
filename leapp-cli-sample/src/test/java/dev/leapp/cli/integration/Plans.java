package dev.leapp.cli.integration;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.integration.SyncPlan.Gone;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes integrations, and what syncs find. */
final class Plans {

    static final IntegrationId CORP = new IntegrationId("corp-id");

    private final List<Added> added = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<Gone> gone = new ArrayList<>();
    private final List<Unlisted> unlisted = new ArrayList<>();
    private List<UpstreamAccount> accounts = List.of(new UpstreamAccount("111111111111", "prod"));
    private int unchanged;

    static IntegrationView corp(LoginState login, int sessions, int orphaned) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("portalUrl", "https://corp.awsapps.com/start");
        settings.put("region", "eu-west-1");
        return new IntegrationView(new Integration(CORP, "corp", "aws-sso", settings), login, sessions, orphaned);
    }

    static Session session(String name, String account, String role) {
        return Session.builder(new SessionId("id-of-" + name), name, new SessionType("aws-sso-role"), "eu-west-1")
                .origin(new SessionOrigin(CORP, account + "/" + role, Optional.empty()))
                .build();
    }

    Plans add(String account, String role, String... notes) {
        Session session = session(account + "-" + role, "111111111111", role);
        added.add(new Added(session, session.name(), List.of(notes)));
        return this;
    }

    Plans change(String before, String after) {
        changed.add(new Changed(
                session(before, "222222222222", "ReadOnly"),
                session(after, "222222222222", "ReadOnly"),
                List.of("name: " + before + " -> " + after)));
        return this;
    }

    Plans lose(String name, boolean newly, boolean deleted, Session... dependents) {
        gone.add(new Gone(session(name, "333333333333", "Admin"), List.of(dependents), newly, deleted));
        return this;
    }

    Plans miss(String name, String reason, boolean failed) {
        unlisted.add(new Unlisted(new UpstreamAccount("444444444444", name), reason, failed));
        return this;
    }

    Plans withoutAccounts() {
        accounts = List.of();
        return this;
    }

    Plans keep(int number) {
        unchanged = number;
        return this;
    }

    SyncPlan plan() {
        Listing listing = new Listing(
                CORP,
                "source",
                Instant.parse("2026-03-01T08:00:00Z"),
                new SyncFilter(List.of(), List.of()),
                accounts,
                List.of(),
                unlisted);
        return new SyncPlan(listing, added, changed, gone, unchanged);
    }
}
